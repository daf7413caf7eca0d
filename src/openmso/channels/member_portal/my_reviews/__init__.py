"""A review by somebody outside, for the member: the form that is filled in, and how it stands."""
