"""How a person acts on a case, alike on every desk: the form of one act, and its page."""
