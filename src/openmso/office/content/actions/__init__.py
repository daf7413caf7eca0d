"""Changes of published texts and contact lines, one verb a file."""
