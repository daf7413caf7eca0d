"""The member's own care plan: what is in it, their goals, and their say."""
