"""One rule of the rulebook on a page, for a badge to land on."""
