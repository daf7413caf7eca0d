"""What supervisors, plans and regulators ask: figures over what the floors below have done."""
