"""The way to a health plan's member services."""
