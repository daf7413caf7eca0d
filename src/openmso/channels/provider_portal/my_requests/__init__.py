"""What the practice asked for: the list, each request with its answer, and what is still owed."""
