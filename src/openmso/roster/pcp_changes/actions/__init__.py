"""Asking for another doctor, passing the wish on, and matching the plan's answer."""
