"""Opening a case in an emergency, and reviewing afterwards whether it was one."""
