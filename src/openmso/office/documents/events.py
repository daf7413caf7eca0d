"""The names of what can happen to a document, on the timeline of its case."""

SCANNED_CLEAN = "document.scanned_clean"
VIRUS_FOUND = "document.virus_found"
