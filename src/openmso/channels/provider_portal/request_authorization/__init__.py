"""Asking for an authorization: one page, weighed while it is filled in."""
