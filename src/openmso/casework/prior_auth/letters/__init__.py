"""The letters of a request: what they say, and ordering them with the move that owes them."""
