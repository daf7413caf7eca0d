"""The first page of a practice: what waits for it, what it asked for lately, where to start."""
