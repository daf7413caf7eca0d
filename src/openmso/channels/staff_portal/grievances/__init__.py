"""The desk of grievances: take a concern in, give it to somebody, answer it; and member calls."""
