"""How hard the member's text reads, and what to do when it is too hard."""

from dataclasses import dataclass

from openmso.office.letters.reading_level import reading_grade

LIMIT = 6
"""The highest school grade at which a text for members may read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The grade of one English text; `sentence` is what to tell its writer."""

    grade: float
    too_hard: bool
    sentence: str


def reading_of(text: str) -> Reading:
    """Judge one text, to a tenth of a grade."""
    grade = round(reading_grade(text), 1)
    too_hard = grade > LIMIT
    if not text.strip():
        sentence = "Nothing written yet."
    elif too_hard:
        sentence = (
            f"This reads at grade {grade:.1f}. A member's text may read at grade {LIMIT} at most: "
            "write shorter sentences and shorter words, and leave out terms of the trade."
        )
    else:
        sentence = f"This reads at grade {grade:.1f}. Good: the limit is grade {LIMIT}."
    return Reading(grade=grade, too_hard=too_hard, sentence=sentence)
