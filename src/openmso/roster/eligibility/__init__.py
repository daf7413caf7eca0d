"""Coverage spans that remember what was known when, and numbered answers about them."""
