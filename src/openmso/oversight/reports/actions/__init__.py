"""What changes here: a report runs, a year is frozen, an outlier gets its review note."""
