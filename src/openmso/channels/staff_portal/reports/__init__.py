"""Reports for supervisors and client IPAs: the desk now, what ran, one report, and its cases."""
