"""Appeals: asking us to change a decision on a request for care."""
