"""What the invented offices judge by: their clinical criteria and the numbers to call."""
