"""What the actions on a program share."""
