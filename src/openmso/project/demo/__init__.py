"""A whole office with invented people, for a first look, for screenshots and for tests."""
