"""What changes the table of published decisions."""
