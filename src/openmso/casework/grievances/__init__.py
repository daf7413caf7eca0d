"""Grievances: concerns about anything but a decision on care or payment."""
