"""The physician's page: read, choose, write, see the letter, sign one case."""
