"""The page for a hospital at night: no account, a one-time code, a receipt and a running clock."""
