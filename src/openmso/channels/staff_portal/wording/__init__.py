"""Which letters carry official wording, and which our own words that nobody has confirmed yet."""
