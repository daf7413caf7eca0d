"""What became of our noes, for everybody: a page, and the same as files."""
