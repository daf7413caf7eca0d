"""The same letter as a page: the accessible original, built from the same blocks as the paper.

Text taken out of a PDF is not exact in some scripts (Khmer, Lao, Thai, Arabic); this is.
"""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from .letter import Letter
from .letter_data import letter_data


def letter_page(letter: Letter, *, heading_level: int = 1) -> SafeString:
    """Return the letter as an HTML fragment for a page; its first line is `h<heading_level>`."""
    data = letter_data(letter, text_size=0, large=letter.letter_format == "large_print")
    levels = {"lead": heading_level, "section": heading_level + 1, "shift": heading_level - 1}
    return render_to_string("letters/_letter.html", {"letter": data, "level": levels})
