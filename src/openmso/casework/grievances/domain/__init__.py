"""The decisions about grievances: pure, with facts, day and time as arguments."""
