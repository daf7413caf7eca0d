"""Jobs that failed, and trying them again."""
