"""Changes to a member's care case."""
