"""A practice asks us to change a decision for its patient, and sees how it stands."""
