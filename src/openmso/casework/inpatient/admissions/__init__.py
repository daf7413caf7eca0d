"""Stays in a hospital: notification, days, daily status, concurrent review, discharge."""
