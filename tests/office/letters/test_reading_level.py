"""Member letters can be read after six years of school."""

import pytest

from openmso.office.letters.composing import compose
from openmso.office.letters.fields import Ground
from openmso.office.letters.letter import Kind, Reader
from openmso.office.letters.letter_catalog import every_entry
from openmso.office.letters.reading_level import judged_text, reading_grade, syllables_of
from openmso.office.letters.specimens import specimen

GRADE = 6.0
MEMBER_LETTERS = [
    (entry.kind, entry.line_of_business) for entry in every_entry() if entry.reader is Reader.MEMBER
]


@pytest.mark.requirement("S000-31", "IMP-18")
@pytest.mark.parametrize("ground", list(Ground))
@pytest.mark.parametrize(("kind", "line_of_business"), MEMBER_LETTERS)
def test_every_member_letter_is_at_or_below_grade_six(
    kind: Kind, line_of_business: str, ground: Ground
) -> None:
    letter = compose(specimen(kind, line_of_business=line_of_business, ground=ground))

    text = judged_text(letter.blocks)

    assert len(text.split()) > 100
    assert reading_grade(text) <= GRADE


@pytest.mark.parametrize(("kind", "line_of_business"), MEMBER_LETTERS)
def test_no_single_paragraph_of_a_member_letter_is_hard(kind: Kind, line_of_business: str) -> None:
    letter = compose(specimen(kind, line_of_business=line_of_business))

    hard = [
        line
        for line in judged_text(letter.blocks).splitlines()
        if len(line.split()) >= 15 and reading_grade(line) > GRADE
    ]

    assert hard == []


def test_clinical_english_is_far_above_the_limit() -> None:
    text = (
        "The patient demonstrates a functional plateau and does not satisfy the utilization"
        " management criteria for continued outpatient rehabilitation."
    )

    assert reading_grade(text) > 15


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("no", 1),
        ("asked", 1),
        ("times", 1),
        ("people", 2),
        ("therapy", 3),
        ("necessary", 4),
        ("authorization", 5),
        ("97110", 1),
    ],
)
def test_syllables_are_counted_as_people_speak(word: str, syllables: int) -> None:
    assert syllables_of(word) == syllables


def test_a_text_without_words_has_no_grade() -> None:
    assert reading_grade(" … ") == 0.0


def test_names_do_not_raise_the_grade_but_hard_words_do() -> None:
    letter = compose(specimen(Kind.DENIAL))

    assert "physical medicine" not in judged_text(letter.blocks)
    assert "not medically necessary" in judged_text(letter.blocks)
