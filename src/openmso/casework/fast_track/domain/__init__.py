"""Decisions about care that ends: pure functions over frozen facts."""
