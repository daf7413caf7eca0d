"""The one ledger of who was told what about whom."""
