"""What the reports count: pure functions over frozen rows."""
