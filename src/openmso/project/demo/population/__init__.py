"""Invents the people of the demo office: the same seed always makes the same people."""
