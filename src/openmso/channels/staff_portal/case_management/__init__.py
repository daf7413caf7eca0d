"""The desk of case managers: the caseload, and one member's case, plan and cover."""
