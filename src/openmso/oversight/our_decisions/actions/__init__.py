"""A decision is released, or taken back from the public page."""
