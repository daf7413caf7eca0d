"""Helping members get care: what the office does for a person beside deciding requests."""
