"""What is decided about a stay, without a database."""
