"""Files with their source, received time, hash and scan state."""
