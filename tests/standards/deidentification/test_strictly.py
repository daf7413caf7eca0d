"""What is published from a case of one's own holds no date finer than a year and no number."""

import pytest

from openmso.standards.deidentification import Kind, Names, strictly_identifying

CASE = Names(patients=("Mina Member",), doctors=("Dana Doctor",), facilities=("Oak Street Clinic",))


@pytest.mark.requirement("S004-40")
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mina asked for a scan.", Kind.PATIENT),
        ("Dr. Brightwater said no.", Kind.DOCTOR),
        ("It was done at Oak Street Clinic.", Kind.FACILITY),
        ("It was asked for on 03/04/2026.", Kind.DATE),
        ("It was asked for in March 2026.", Kind.DATE),
        ("It was asked for in marzo de 2026.", Kind.DATE),
        ("It was asked for on June 3rd.", Kind.DATE),
        ("It was asked for in May 2026.", Kind.DATE),
        ("It began 3/2026.", Kind.DATE),
        ("It was refused on a Tuesday.", Kind.DATE),
        ("The patient, aged 92, fell.", Kind.AGE),
        ("At the age of 101 the patient fell.", Kind.AGE),
        ("A ninety-four year old fell.", Kind.AGE),
        ("NPI 2000000001 asked for it.", Kind.NPI),
        ("Call 213-555-0150.", Kind.PHONE),
        ("She lives at 12 Harbor Street.", Kind.ADDRESS),
        ("See MRN 48213.", Kind.NUMBER),
        ("See chart no. A-1077.", Kind.NUMBER),
        ("See AP-261020-HSF2JF.", Kind.NUMBER),
    ],
)
def test_it_is_found_and_named_by_its_kind(text: str, kind: Kind) -> None:
    assert [one.kind for one in strictly_identifying(text, CASE)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "A member asked for 12 visits of physical therapy after a stroke in 2026.",
        "The no rested on criteria of 2024; the new notes showed weakness of a leg.",
        "It may help, and 30 of 100 such cases are changed. Half (1/2) of the visits were paid.",
        "A person of 89 years asked for a wheelchair.",
    ],
)
def test_plain_words_about_care_pass(text: str) -> None:
    assert [one for one in strictly_identifying(text, CASE) if one.kind is not Kind.DATE] == []
