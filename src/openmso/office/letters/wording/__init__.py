"""The letters' words: one builder per letter and language, every sentence in plain sight."""
