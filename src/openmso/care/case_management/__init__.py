"""Members whose care somebody follows: who does, what is due, and the plan they made together."""
