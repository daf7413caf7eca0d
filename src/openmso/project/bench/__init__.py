"""Measures the whole office on this machine, beside what the machine itself can do."""
