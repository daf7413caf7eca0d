"""Seals over the timeline and the disclosure ledger: what was written cannot be changed quietly."""
