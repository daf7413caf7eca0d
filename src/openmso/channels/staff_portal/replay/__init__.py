"""A case as it stood: one page for every kind of case, with steps through its history."""
