"""What a contract's terms mean."""
