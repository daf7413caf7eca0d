"""Accounts, roles, permissions, licences and attestations; who is asking."""
