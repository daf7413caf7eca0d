"""Papers from a tray: opened, checked and handed to the mail room."""
