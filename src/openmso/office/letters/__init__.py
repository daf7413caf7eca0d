"""Letters: what the office owes in writing, in the reader's language, as paper and as a page."""
