"""The names of what can happen to a letter, on the timeline of its case."""

ORDERED = "letter.ordered"
PRINTED = "letter.printed"
FAILED = "letter.failed"
