"""The decisions about appeals: pure, with facts, day and time as arguments."""
