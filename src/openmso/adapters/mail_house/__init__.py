"""The house that prints, folds and mails our letters, and makes braille and audio of them."""
