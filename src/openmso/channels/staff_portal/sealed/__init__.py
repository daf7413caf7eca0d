"""How far the history is sealed, and how to prove it."""
