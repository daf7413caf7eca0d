"""Days on papers, written as the reader's language writes them."""

from datetime import date

from openmso.office.letters.wording.speech import SPEECHES


def day_in(day: date, language: str) -> str:
    """Return e.g. "November 22, 2026" or "22 de noviembre de 2026"."""
    return SPEECHES[language if language in SPEECHES else "en"].day(day)
