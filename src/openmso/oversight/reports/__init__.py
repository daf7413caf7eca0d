"""Reports: figures with a definition, computed from what was known at an instant, kept by hash."""
