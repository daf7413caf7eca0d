"""What all identifiers share: the mother of their errors, the plain form, the mask."""


class IdentifierNotValid(ValueError):
    """A text that cannot be the identifier it is meant to be; the words are for its typist."""


def plain(text: str) -> str:
    """Return the text in capitals without spaces and dashes, as identifiers are compared."""
    return "".join(text.upper().replace("-", " ").split())


def show_last(identifier: str, count: int) -> str:
    """Return the identifier with all but its last `count` signs hidden behind bullets."""
    shown = identifier[-count:] if len(identifier) > count else ""
    return "•" * (len(identifier) - len(shown)) + shown
