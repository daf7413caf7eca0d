"""When two requests are one, or one file holds two."""
