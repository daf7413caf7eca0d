"""A case in the office's words, for every page that shows one."""
