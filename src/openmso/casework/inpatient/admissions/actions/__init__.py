"""What can be done with a stay, one file a verb."""
