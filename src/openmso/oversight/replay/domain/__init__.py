"""Stepping through a history, minute by minute."""
