"""What a desk can do with a case: one form and one action each."""
