"""What happened to a case, what is due, and the one way to change anything: an action."""
