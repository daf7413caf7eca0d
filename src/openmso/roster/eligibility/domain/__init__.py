"""What coverage spans say about a day."""
