"""Decisions about reviews by somebody outside: pure functions over frozen facts."""
