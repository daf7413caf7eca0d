"""What independent reviewers decided, from the file their regulator publishes."""
