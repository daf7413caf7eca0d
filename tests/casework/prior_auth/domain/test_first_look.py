"""Urgency, completeness, duplicates and the first answer, from facts alone."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis.strategies import booleans, dictionaries, frozensets, sampled_from, text

from openmso.casework.prior_auth.domain.completeness import (
    CompletenessFacts,
    Missing,
    what_is_missing,
)
from openmso.casework.prior_auth.domain.duplicates import Known, likely_duplicate
from openmso.casework.prior_auth.domain.numbers import ALPHABET, readable_number
from openmso.casework.prior_auth.domain.states import Move
from openmso.casework.prior_auth.domain.triage import TriageFacts, triage
from openmso.roster.benefits.domain.authorization_list import ListAnswer
from openmso.roster.plans.domain.delegation import DecidedBy

points = sampled_from(["1", "2", "3"])


@given(
    covered=booleans(),
    decided_by=sampled_from(DecidedBy),
    emergency=booleans(),
    needed=sampled_from(ListAnswer),
    rule=text(max_size=3),
    wanted=frozensets(points),
    answers=dictionaries(points, sampled_from(["met", "not_met", "no_information"])),
    incomplete=booleans(),
    divided=booleans(),
)
def test_the_first_answer_is_never_a_no_to_care(
    covered: bool,
    decided_by: DecidedBy,
    emergency: bool,
    needed: ListAnswer,
    rule: str,
    wanted: frozenset[str],
    answers: dict[str, str],
    incomplete: bool,
    divided: bool,
) -> None:
    first = triage(
        TriageFacts(
            covered=covered,
            decided_by=decided_by,
            emergency=emergency,
            needed=needed,
            auto_approve_rule=rule,
            points=wanted,
            answers=answers,
            missing=(Missing(code="notes", sentence="Notes."),) if incomplete else (),
            divided=divided,
        )
    )

    assert first.move not in {Move.DENY, Move.APPROVE_IN_PART}
    assert first.why
    if first.move is Move.APPROVE:
        assert all(answers.get(point) == "met" for point in wanted)
    if emergency:
        assert first.move is Move.FIND_EXEMPT
    elif covered and divided:
        assert first.move is None


@pytest.mark.requirement("S003-11")
@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"diagnoses": 1, "documents": 1}, []),
        ({"diagnoses": 0, "documents": 1}, ["diagnosis"]),
        ({"diagnoses": 1, "documents": 0}, ["clinical_notes", "criteria_answers"]),
        ({"diagnoses": 1, "documents": 0, "answered": ["1", "2"]}, ["clinical_notes"]),
        ({"diagnoses": 1, "documents": 0, "clinical_summary": "x"}, ["criteria_answers"]),
    ],
)
def test_what_is_missing_is_named(facts: dict[str, Any], missing: list[str]) -> None:
    whole: dict[str, Any] = {"clinical_summary": "", "points": ["1", "2"], "answered": []} | facts

    found = what_is_missing(CompletenessFacts(**whole))

    assert [one.code for one in found] == missing


def test_the_same_service_on_overlapping_days_looks_like_a_duplicate() -> None:
    held = Known(
        id=uuid4(),
        number="PA-1",
        codes=frozenset({"E0143"}),
        from_on=date(2026, 12, 1),
        until_on=date(2027, 1, 1),
    )

    def looks(code: str, first: date, last: date) -> bool:
        return (
            likely_duplicate([held], codes=frozenset({code}), from_on=first, until_on=last)
            is not None
        )

    assert looks("E0143", date(2026, 12, 31), date(2027, 1, 5))
    assert not looks("E0143", date(2027, 1, 1), date(2027, 1, 5))
    assert not looks("E0163", date(2026, 12, 1), date(2026, 12, 2))


def test_a_number_can_be_read_out() -> None:
    number = readable_number("PA", date(2026, 11, 22), lambda letters: letters[0])

    assert number == "PA-261122-222222"
    assert not set("01ILOU") & set(ALPHABET)
