"""Telling us what is wrong, in plain words, and how that stands."""
