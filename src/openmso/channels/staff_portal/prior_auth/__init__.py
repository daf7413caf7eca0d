"""One prior authorization on one page, and everything a desk can do with it."""
