"""Care that is about to end, and the member's fast way to have that looked at."""
