"""Reaches people on call: by pager, and by e-mail."""
