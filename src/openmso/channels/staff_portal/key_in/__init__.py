"""A request from fax, phone or mail becomes a case with its own received time."""
