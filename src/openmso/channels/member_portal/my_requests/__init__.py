"""What was asked for the member: the list, and each request told in plain words."""
