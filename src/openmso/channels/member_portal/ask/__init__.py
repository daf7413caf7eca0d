"""A member asks, before care, whether it is covered."""
