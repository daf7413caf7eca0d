"""The yearly public figures on appeals and grievances: a page, and the same as files."""
