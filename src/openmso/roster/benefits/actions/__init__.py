"""The changes that can be made to code lists, authorization lists and benefit books."""
