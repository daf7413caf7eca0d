"""Who is covered, by whom, for what, and who treats them."""
