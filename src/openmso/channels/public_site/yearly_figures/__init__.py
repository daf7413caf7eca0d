"""What the public pages of yearly figures share: which edition, its numbers, its files."""
