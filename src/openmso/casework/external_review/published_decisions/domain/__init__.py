"""Decisions as facts, and what may be counted of them."""
