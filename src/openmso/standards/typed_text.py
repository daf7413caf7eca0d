"""What a person typed, made fit to be kept and compared.

The database cannot keep NUL or half a surrogate pair, and nobody means them; control signs and
anything beyond a sensible length go the same way.
"""


def kept(text: str, *, longest: int = 200) -> str:
    """Return the printable signs of `text`, at most `longest` of them, without spaces around."""
    return "".join(sign for sign in text[: 4 * longest] if sign.isprintable())[:longest].strip()


def code_form(text: str, *, longest: int = 20) -> str:
    """Return a code or number as it is compared: letters and digits only, in capitals."""
    return "".join(sign for sign in text[: 4 * longest].upper() if sign.isalnum())[:longest]
