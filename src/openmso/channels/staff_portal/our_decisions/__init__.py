"""A text about a decided case is written, checked, released to the public list, and taken back."""
