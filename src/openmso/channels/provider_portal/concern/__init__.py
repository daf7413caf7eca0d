"""A practice tells us a concern for its patient, and sees how it stands."""
