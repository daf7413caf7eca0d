"""Changes to inpatient cases, one verb a file."""
