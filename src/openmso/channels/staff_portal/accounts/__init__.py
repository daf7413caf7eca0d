"""Who has an account, who was invited, and what they may do."""
