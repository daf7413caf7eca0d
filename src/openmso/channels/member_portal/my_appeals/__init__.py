"""Asking us to change our answer, in plain words, and how that stands."""
