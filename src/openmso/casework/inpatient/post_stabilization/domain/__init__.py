"""What is decided about a hospital's request, without a database."""
