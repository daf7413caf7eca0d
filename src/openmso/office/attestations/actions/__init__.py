"""Changes to attestations."""
