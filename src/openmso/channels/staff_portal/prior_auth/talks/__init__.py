"""The talk between our physician and the doctor."""
