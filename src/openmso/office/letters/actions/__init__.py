"""Changes to letters."""
