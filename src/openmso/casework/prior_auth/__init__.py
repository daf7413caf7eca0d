"""Prior authorization: a request for care, from its arrival to the letter."""
