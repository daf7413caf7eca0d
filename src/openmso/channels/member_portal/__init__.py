"""The portal of members: what was asked for them, what happens next, and their letters."""
