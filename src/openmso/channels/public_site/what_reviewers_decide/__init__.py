"""What do independent reviewers decide? Search, figures, and one decision at a time."""
