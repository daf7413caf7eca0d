"""What the outside world has agreed on: calendars, identifiers. No Django, no law, no office."""
