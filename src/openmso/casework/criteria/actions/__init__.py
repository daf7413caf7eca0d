"""The changes that can be made to criteria."""
