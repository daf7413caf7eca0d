"""A command that cannot do what it was asked says so in a sentence, not in a traceback."""


class Refusal(Exception):
    """What was asked cannot be done; the text tells a person what to do instead."""
