"""Is this patient covered on the day of service? Answered with a dated, numbered receipt."""
