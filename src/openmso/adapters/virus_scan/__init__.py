"""Looks for viruses in files that reach us."""
