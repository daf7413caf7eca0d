"""What can be said about a person without asking the database."""
