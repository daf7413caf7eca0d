"""The changes that can be made to coverage, and the check that leaves a receipt."""
