"""Duty and paging as pure decisions: they know neither the database nor the time of day."""
