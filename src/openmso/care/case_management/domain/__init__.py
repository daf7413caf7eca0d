"""What is due, what is missing, and what goes on: pure functions over frozen facts."""
