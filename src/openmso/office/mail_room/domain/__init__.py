"""What can come and what can become of it. Plain Python."""
