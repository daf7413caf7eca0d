"""The names of what can happen to a letter, on the timeline of its case."""

ORDERED = "letter.ordered"
PRINTED = "letter.printed"
FAILED = "letter.failed"

# The job that prints an ordered letter, by name: what orders it stands below what does it.
RENDER = "letters.render"
