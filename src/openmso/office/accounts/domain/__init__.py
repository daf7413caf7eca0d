"""Decisions about accounts, without a database."""
