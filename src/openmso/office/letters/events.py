"""The names of what can happen to a letter, on the timeline of its case."""

ORDERED = "letter.ordered"
PRINTED = "letter.printed"
FAILED = "letter.failed"
WORDING_ADDED = "letter.wording_added"

# On the history of the official text itself.
WORDING_LOADED = "official_wording.loaded"

# The job that prints an ordered letter, by name: what orders it stands below what does it.
RENDER = "letters.render"
