"""What a practice reads: short, exact, with the name and the direct number to call."""
