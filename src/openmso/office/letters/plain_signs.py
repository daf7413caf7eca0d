"""For copies of what others typed: a sign that no font of ours has never stops a paper."""

_AFTER_CYRILLIC = "\u0500"
_USUAL_SIGNS = "\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026"


def plain_signs(text: str) -> str:
    """Keep letters of Latin, Greek and Cyrillic with the usual signs; one mark for each other."""
    return "".join(one if one == "\n" or _in_every_font(one) else "?" for one in text)


def _in_every_font(sign: str) -> bool:
    return sign.isprintable() and (sign < _AFTER_CYRILLIC or sign in _USUAL_SIGNS)
