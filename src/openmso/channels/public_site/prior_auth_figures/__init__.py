"""The yearly public figures on prior authorization: a page, and the same as files."""
