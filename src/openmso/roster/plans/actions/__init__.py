"""The changes that can be made to plans, IPAs and their terms."""
