"""The changes that can be made to member records."""
