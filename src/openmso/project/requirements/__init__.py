"""The inventory of what the product must do, and which tests prove it."""
