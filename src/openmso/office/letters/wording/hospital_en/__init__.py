"""What a hospital reads in the night: the answer first, then what was on record and the rule."""
