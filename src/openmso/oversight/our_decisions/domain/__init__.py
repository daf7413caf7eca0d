"""What may be published, and why not."""
