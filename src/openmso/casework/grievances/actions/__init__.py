"""What can be done with a grievance: one verb, one file, one transaction."""
