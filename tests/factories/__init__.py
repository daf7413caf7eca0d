"""Offices, people and cases to test with: each factory makes one thing and what it needs."""
