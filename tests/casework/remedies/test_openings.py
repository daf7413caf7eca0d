"""What was done already closes its step, and which papers are still missing."""

from datetime import date

import pytest

from factories.remedies import COMMERCIAL, MEDI_CAL, remedy, routed
from openmso.casework.remedies.router import PERSON
from openmso.casework.remedies.rows import OwedBy
from openmso.casework.remedies.states import State

UPHELD = {"filed_at": "2026-09-10", "answered_at": "2026-10-05", "result": "upheld"}


def test_who_has_asked_the_plan_hears_until_when_it_must_answer() -> None:
    in_time = remedy(routed(COMMERCIAL, grievance={"filed_at": "2026-11-01"}), "plan_grievance")
    late = remedy(routed(COMMERCIAL, grievance={"filed_at": "2026-10-01"}), "plan_grievance")

    assert (in_time.state, in_time.why.days) == (State.CLOSED, {"day": date(2026, 12, 1)})
    assert late.state is State.CLOSED
    assert "not answered in time" in late.why.words.en


def test_an_answered_first_step_leads_to_the_next_one() -> None:
    answer = routed(COMMERCIAL, grievance=UPHELD)

    assert "next one" in remedy(answer, "plan_grievance").why.words.en
    assert remedy(answer, "imr").state is State.OPEN
    assert remedy(answer, "dmhc_complaint").state is State.OPEN


@pytest.mark.parametrize(
    ("hearing", "words"), [("asked", "You have asked for it"), ("heard", "held already")]
)
def test_a_hearing_is_asked_for_once(hearing: str, words: str) -> None:
    taken = remedy(routed(MEDI_CAL, grievance=UPHELD, state_hearing=hearing), "state_hearing")

    assert taken.state is State.CLOSED
    assert words in taken.why.words.en
    assert taken.ask


def test_a_yes_to_all_of_it_leaves_nothing_but_the_promise_to_keep() -> None:
    answer = routed(MEDI_CAL, grievance=UPHELD | {"result": "overturned"}, service_ends=True)

    for key in ("plan_appeal", "imr", "state_hearing", "keep_service", "dmhc_complaint"):
        closed = remedy(answer, key)
        assert closed.state is State.CLOSED
        assert closed.ask
        assert "what was promised" in closed.ask.words.en
    assert remedy(answer, PERSON).state is State.PERSON


def test_an_answer_whose_words_are_not_known_goes_to_a_person() -> None:
    hearing = remedy(routed(MEDI_CAL, grievance={"answered_at": "2026-10-05"}), "state_hearing")

    assert hearing.state is State.PERSON


def test_urgent_review_needs_the_doctor_s_note() -> None:
    without = remedy(routed(COMMERCIAL, urgent=True, grievance="none"), "imr")
    with_it = remedy(
        routed(COMMERCIAL, urgent=True, grievance="none", papers=["urgency_certificate"]), "imr"
    )

    assert without.missing_documents[-1] == "urgency_certificate"
    assert "urgency_certificate" not in with_it.missing_documents


def test_review_of_unproven_care_lists_the_doctor_s_papers_that_are_missing() -> None:
    nothing = remedy(routed(COMMERCIAL, basis="EXPERIMENTAL"), "imr")
    half = remedy(
        routed(COMMERCIAL, basis="EXPERIMENTAL", papers=["imr_form", "two_documents"]), "imr"
    )

    assert nothing.missing_documents[-4:] == (
        "condition_certificate",
        "therapies_certificate",
        "doctor_recommendation",
        "two_documents",
    )
    assert half.missing_documents == (
        "plan_letters",
        "outside_records",
        "condition_certificate",
        "therapies_certificate",
    )


def test_who_goes_another_way_is_asked_for_no_papers() -> None:
    assert remedy(routed(coverage="SELF-FUNDED"), "imr").missing_documents == ()


def test_medicare_s_independent_review_waits_twice_as_long_for_a_bill() -> None:
    asked = {"coverage": "MA", "grievance": {"filed_at": "2026-11-01"}}

    care = remedy(routed(asked), "medicare_independent_entity")
    bill = remedy(routed(asked, basis="PAYMENT-AMOUNT"), "medicare_independent_entity")

    assert (care.opens_on, bill.opens_on) == (date(2026, 12, 2), date(2027, 1, 1))


@pytest.mark.requirement("S004-32")
@pytest.mark.parametrize(("urgent", "rule"), [(False, "IMR-DOCS-3BD"), (True, "IMR-DOCS-24H")])
def test_the_plan_owes_its_records_by_a_rule_and_nobody_asks_the_member_for_them(
    urgent: bool, rule: str
) -> None:
    review = remedy(routed(COMMERCIAL, urgent=urgent, grievance="none"), "imr")

    owed = {one.paper.id: one for one in review.owed}
    assert owed["plan_records"].paper.owed_by is OwedBy.PLAN
    assert owed["plan_records"].rule
    assert owed["plan_records"].rule.id == rule
    assert "plan_records" not in review.missing_documents
    assert {owed[key].paper.owed_by for key in review.missing_documents} == (
        {OwedBy.MEMBER, OwedBy.DOCTOR} if urgent else {OwedBy.MEMBER}
    )
