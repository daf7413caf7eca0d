"""Any case as it stood at any minute: what was known, what was due, and who had looked."""
