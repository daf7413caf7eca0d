"""A member's own doctor, and asking the health plan for another one."""
