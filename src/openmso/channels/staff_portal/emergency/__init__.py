"""Emergency access: opening a case outside one's IPAs, and the reviews of privacy staff."""
