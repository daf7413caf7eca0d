"""Decisions and complaints with a clock."""
