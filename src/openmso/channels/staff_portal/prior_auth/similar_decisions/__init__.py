"""What independent reviewers decided about similar disputes: public, and nothing of ours."""
