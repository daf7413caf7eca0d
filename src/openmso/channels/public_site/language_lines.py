"""The promise of free language help, in every language of the taglines, each in its own script.

The words are those of our letters (office/letters/taglines.yaml). Numbers are put in from the
contact lines as links of their own direction, so that no right-to-left sentence can turn their
digits around.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from openmso.channels.ui.presenters.contact import ContactLine
from openmso.channels.ui.words_for_numbers import dial_link
from openmso.office.letters.languages import LANGUAGES
from openmso.office.letters.taglines import tagline_words


@dataclass(frozen=True, slots=True)
class LanguageLine:
    language: str
    name: str
    sentence: SafeString
    direction: str


def language_lines(line_for: Callable[[str], ContactLine | None]) -> Sequence[LanguageLine]:
    """Return one line for each language for which `line_for` finds a number."""
    found = ((language, line_for(language)) for language in tagline_words())
    return tuple(_filled(language, line) for language, line in found if line is not None)


def _filled(language: str, line: ContactLine) -> LanguageLine:
    return LanguageLine(
        language=language,
        name=LANGUAGES[language].own_name,
        sentence=format_html(
            tagline_words()[language].text,
            phone=dial_link(line.for_internet_relay),
            tty=dial_link(line.tty),
        ),
        direction=LANGUAGES[language].direction,
    )
