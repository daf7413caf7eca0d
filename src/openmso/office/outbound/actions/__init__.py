"""Changes to what is sent."""
