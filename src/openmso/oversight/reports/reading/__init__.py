"""Gathers the frozen rows a report counts, as they were known at an instant."""
