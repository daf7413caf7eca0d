"""Before anything is published: what in a text may tell who somebody is, and where."""

import string
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from openmso.standards.deidentification import Finding, Kind, Names, identifying

pytestmark = pytest.mark.requirement("S004-40")

NAMES = Names(
    patients=("María Núñez", "Wilhelmina Long"),
    doctors=("Ana Ortiz",),
    facilities=("Harborview Medical Center",),
)
PLAIN_WORDS = some.text(alphabet=string.ascii_lowercase + " ,;", max_size=60)

IDENTIFYING = {
    "born on 03/04/1950": (Kind.DATE, "03/04/1950"),
    "born on 3-4-50": (Kind.DATE, "3-4-50"),
    "born 1950-03-04 in": (Kind.DATE, "1950-03-04"),
    "seen January 4, 2010 and": (Kind.DATE, "January 4, 2010"),
    "seen on 4 January 2010": (Kind.DATE, "4 January 2010"),
    "nació el 4 de enero de 1950": (Kind.DATE, "4 de enero de 1950"),
    "a 93-year-old man": (Kind.AGE, "93"),
    "call (213) 555-0110 today": (Kind.PHONE, "(213) 555-0110"),
    "call 213.555.0110": (Kind.PHONE, "213.555.0110"),
    "call +1 213-555-0110": (Kind.PHONE, "+1 213-555-0110"),
    "call 555-0110": (Kind.PHONE, "555-0110"),
    "write to a.b@mail.example now": (Kind.EMAIL, "a.b@mail.example"),
    "see https://clinic.example/jane": (Kind.WEB, "https://clinic.example/jane"),
    "at 12 North Main St. again": (Kind.ADDRESS, "12 North Main St."),
    "at P.O. Box 12": (Kind.ADDRESS, "P.O. Box 12"),
    "in Elmtown, CA 90001": (Kind.ADDRESS, "CA 90001"),
    "number 123-45-6789": (Kind.SSN, "123-45-6789"),
    "number 123456789": (Kind.SSN, "123456789"),
    "Medicare 1EG4-TE5-MK73": (Kind.MBI, "1EG4-TE5-MK73"),
    "Medicare 1eg4te5mk73": (Kind.MBI, "1eg4te5mk73"),
    "Medi-Cal 90000000A": (Kind.CIN, "90000000A"),
    "NPI 2234567890": (Kind.NPI, "2234567890"),
    "chart MRN-00123456": (Kind.NUMBER, "MRN-00123456"),
    "Dr. Okafor wrote": (Kind.DOCTOR, "Okafor"),
    "signed by Lee Q. Okafor, M.D.": (Kind.DOCTOR, "Lee Q. Okafor"),
    "Mrs. Okafor asked": (Kind.PATIENT, "Okafor"),
    "the patient, nunez MARIA, asked": (Kind.PATIENT, "nunez MARIA"),
    "the wish of Núñez was": (Kind.PATIENT, "Núñez"),
    "sent by ORTIZ": (Kind.DOCTOR, "ORTIZ"),
    "seen at Harborview": (Kind.FACILITY, "Harborview"),
    "full width １２３－４５－６７８９": (Kind.SSN, "１２３－４５－６７８９"),
    "long dashes 123–45–6789": (Kind.SSN, "123–45–6789"),
}


@pytest.mark.parametrize("text", IDENTIFYING)
def test_it_is_found_with_its_kind_and_its_place(text: str) -> None:
    kind, words = IDENTIFYING[text]

    found = identifying(text, NAMES)

    assert [(one.kind, text[one.start : one.end]) for one in found] == [(kind, words)]


HARMLESS = (
    "",
    "A 45 year-old female has asked for 10-15 visits over 12 weeks.",
    "Speech therapy was long and slow; the center of the back hurts.",
    "The study of 2010 (N Engl J Med 2010;362:1663-72) had 1,200 people.",
    "The dose is 22.5 mg/kg every 12 hours, code 72148 and E0601.",
    "Blood pressure 120/80, score 7/10, in March 2015.",
)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_every_report_holds_is_let_through(text: str) -> None:
    assert identifying(text, NAMES) == ()


@given(before=PLAIN_WORDS, after=PLAIN_WORDS, which=some.sampled_from(sorted(IDENTIFYING)))
def test_words_around_it_hide_nothing(before: str, after: str, which: str) -> None:
    kind, words = IDENTIFYING[which]
    start = len(before) + 2 + which.index(words)

    found = identifying(f"{before}. {which} {after}", NAMES)

    assert any(
        one.kind is kind and one.start <= start and one.end >= start + len(words) for one in found
    )


@given(PLAIN_WORDS)
def test_small_words_alone_are_never_found(text: str) -> None:
    assert identifying(text, Names(patients=("Zq Xw",))) == ()


@given(
    text=some.text(max_size=200),
    name=some.text(alphabet=some.characters(categories=["L", "M", "N", "Zs"]), max_size=20),
)
@example(text="İstanbul ŉ ß ﬀ", name="ﬀ ß")
def test_every_place_lies_in_the_text_in_order_and_none_in_another(text: str, name: str) -> None:
    found = identifying(text, Names(patients=(name,)))

    for one in found:
        assert 0 <= one.start < one.end <= len(text)
    for one, following in pairwise(found):
        assert one.start < following.start
        assert one.end < following.end


@given(
    digits=some.text(alphabet="0123456789", min_size=9, max_size=9),
    dash=some.sampled_from(["-", " ", ".", "–", "‑", ""]),
)
def test_nine_digits_of_a_person_are_found_however_they_are_written(digits: str, dash: str) -> None:
    text = f"number {digits[:3]}{dash}{digits[3:5]}{dash}{digits[5:]} is on file"

    found = identifying(text)

    assert found
    assert found[0].start <= 7
    assert found[-1].end >= 7 + 9 + 2 * len(dash)


@given(
    first=some.text(alphabet=string.ascii_letters, min_size=2, max_size=12),
    last=some.text(alphabet=string.ascii_letters + "éñüç", min_size=2, max_size=12),
    written=some.sampled_from([str.lower, str.upper, str.title]),
    turned=some.booleans(),
)
def test_a_whole_name_is_found_in_any_letters_and_either_order(
    first: str, last: str, written: object, turned: bool
) -> None:
    assert callable(written)
    name = f"{last}, {first}" if turned else f"{first} {last}"
    text = f"we saw {written(name)} again"

    found = identifying(text, Names(patients=(f"{first} {last}",)))

    covered = {place for one in found for place in range(one.start, one.end)}
    letters = {7 + place for place, sign in enumerate(name) if sign.isalpha()}
    assert letters <= covered


def test_a_finding_carries_no_word_of_the_text() -> None:
    (found,) = identifying("call 213-555-0110")

    assert found == Finding(5, 17, Kind.PHONE)
    assert "555" not in repr(found)


def test_of_a_long_text_it_is_told_in_a_moment() -> None:
    text = "1" * 30_000 + " A" * 20_000 + "(" * 5_000 + "12 Aa " * 5_000

    assert identifying(text)
