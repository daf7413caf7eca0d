"""The portal of doctors' offices: eligibility, "is it needed?", requests and their answers."""
