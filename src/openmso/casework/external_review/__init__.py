"""Reviews by others after our no: what independent reviewers have decided so far."""
