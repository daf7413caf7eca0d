"""What several actions do alike."""
