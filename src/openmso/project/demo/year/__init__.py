"""A year of invented cases, each one made through the same actions that people use."""
