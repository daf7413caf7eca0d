"""The letters of the office with their state, and printable forms."""
