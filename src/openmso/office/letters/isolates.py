"""Keeps numbers, dates, codes and Latin names in order inside Arabic and Farsi text.

Right-to-left text turns a telephone number around group by group unless the number stands in an
isolate of its own: U+2066 before it and U+2069 after it.
"""

import re

from .languages import LANGUAGES

START, END = "\u2066", "\u2069"

# From the first Latin letter or digit to the last one of the same stretch, with the marks that
# hold a number or a name together: 1-800-555-0100, 11/22/2026, (213) 555-0142, "Dr. Ana Lim".
_STRETCH = re.compile(
    r"[(+#]?[0-9A-Za-z\u00c0-\u024f](?:[0-9A-Za-z\u00c0-\u024f.,:/()+#&'’@%_-]| (?=[(0-9A-Za-z]))*"
)
_TRAILING = ".,:;"


def isolated(text: str, language: str) -> str:
    """Return `text` with its left-to-right stretches isolated, if the language runs the other way.

    Text that is isolated already comes back unchanged.
    """
    known = LANGUAGES.get(language)
    if known is None or not known.right_to_left or START in text:
        return text
    return _STRETCH.sub(_isolate, text)


def _isolate(stretch: re.Match[str]) -> str:
    whole = stretch.group()
    core = whole.rstrip(_TRAILING)
    if core.endswith(")") and core.count("(") < core.count(")"):
        core = core[:-1]
    return f"{START}{core}{END}{whole[len(core) :]}"
