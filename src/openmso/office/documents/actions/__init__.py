"""Changes to documents."""
