"""Until when, from when, by which rule: every day comes from the rulebook."""

from dataclasses import replace
from datetime import date

import pytest

from factories.remedies import COMMERCIAL, MEDI_CAL, remedy, routed
from openmso.casework.remedies.rows import RuleChoice
from openmso.casework.remedies.states import State
from openmso.casework.remedies.table import default_table
from openmso.rulebook.book import default_rulebook

ANSWERED = {"filed_at": "2026-08-10", "answered_at": "2026-08-31", "result": "upheld"}


def rules_named() -> set[str]:
    table = default_table()
    choices: list[RuleChoice] = []
    for row in table.remedies:
        choices += [*row.file_within, *row.wait, *row.answer_within]
    return {choice.rule for choice in choices} | {table.ordinary_wait, table.fast_wait}


def test_every_rule_that_the_table_names_is_in_the_book() -> None:
    missing = rules_named() - default_rulebook().answers.keys()

    assert not missing, f"{missing}: until the book has them, a person decides"


@pytest.mark.parametrize("rule", sorted(rules_named()))
def test_without_its_rule_nothing_is_guessed(rule: str) -> None:
    whole = default_rulebook()
    book = replace(
        whole, answers={name: one for name, one in whole.answers.items() if name != rule}
    )
    told = dict(MEDI_CAL, grievance=ANSWERED, service_ends=True, ends_on="2026-12-05")

    for facts in (told, dict(COMMERCIAL, grievance={"filed_at": "2026-11-01"})):
        for coverage in ("KK-COMMERCIAL", "KK-MEDI-CAL", "MA", "MA-AIP"):
            answer = routed(facts, book=book, coverage=coverage)

            for one in answer.remedies:
                if rule in {choice.rule for choice in one.row.file_within}:
                    assert one.rule is None
                    assert one.last_day is None
                    assert one.state in (State.PERSON, State.CLOSED)


@pytest.mark.requirement("S004-06")
def test_both_last_days_are_shown_together() -> None:
    answer = routed(MEDI_CAL, grievance=ANSWERED, on=date(2026, 9, 15))

    review, hearing = remedy(answer, "imr"), remedy(answer, "state_hearing")
    assert (review.last_day, review.rule and review.rule.id) == (date(2027, 2, 28), "IMR-FILE-6M")
    assert hearing.last_day == date(2026, 12, 29)
    assert hearing.rule
    assert hearing.rule.id == "MC-SFH-FILE-120"
    for one in (review, hearing):
        assert {"imr": review.last_day, "state_hearing": hearing.last_day} in [
            warning.days for warning in one.warnings
        ]


def test_a_member_who_waits_for_the_whole_time_of_review_has_lost_the_hearing_by_then() -> None:
    answer = routed(MEDI_CAL, grievance=ANSWERED, on=date(2027, 2, 28))

    assert remedy(answer, "imr").state is State.OPEN
    assert remedy(answer, "state_hearing").state is State.CLOSED


def test_every_last_day_shows_its_rule_and_its_arithmetic() -> None:
    review = remedy(routed(COMMERCIAL, grievance=ANSWERED), "imr")

    assert review.working == (
        "Appeal answer dated 08/31/2026 (day 0)",
        "6 months later: Sun 02/28/2027; every day counts",
        "Due 02/28/2027 11:59:59 PM PST",
    )
    assert review.citation.startswith("HSC 1374.30(k)")
    assert review.verified.startswith("secondary")


def test_without_an_answer_the_time_counts_from_the_end_of_the_plan_s_time() -> None:
    ordinary = remedy(routed(COMMERCIAL, grievance={"filed_at": "2026-09-01"}), "imr")
    fast = remedy(
        routed(COMMERCIAL, urgent=True, grievance={"filed_at": "2026-09-01", "expedited": True}),
        "imr",
    )

    assert (ordinary.opens_on, ordinary.last_day) == (date(2026, 10, 1), date(2027, 4, 1))
    assert (fast.opens_on, fast.last_day) == (date(2026, 9, 4), date(2027, 3, 4))


def test_review_opens_the_day_after_the_plan_s_thirty_days() -> None:
    filed = {"filed_at": "2026-10-23"}

    last_day = remedy(routed(COMMERCIAL, grievance=filed, on=date(2026, 11, 22)), "imr")
    next_day = remedy(routed(COMMERCIAL, grievance=filed, on=date(2026, 11, 23)), "imr")

    assert (last_day.state, last_day.opens_on) == (State.NOT_YET, date(2026, 11, 23))
    assert next_day.state is State.OPEN


def test_a_late_application_is_for_the_department_to_take() -> None:
    late = remedy(routed(COMMERCIAL, grievance=ANSWERED, on=date(2027, 3, 1)), "imr")

    assert late.state is State.CLOSED
    assert late.ask
    assert "Ask the department" in late.ask.words.en


def test_who_applied_in_time_stays_in_time() -> None:
    applied = routed(COMMERCIAL, grievance=ANSWERED, applied_at="2027-02-28", on=date(2027, 6, 1))
    too_late = routed(COMMERCIAL, grievance=ANSWERED, applied_at="2027-03-01", on=date(2027, 6, 1))

    assert remedy(applied, "imr").state is State.OPEN
    assert remedy(too_late, "imr").state is State.CLOSED


def test_the_day_that_a_person_sets_goes_before_the_one_that_is_worked_out() -> None:
    review = remedy(routed(COMMERCIAL, grievance=ANSWERED, last_event="2026-09-15"), "imr")

    assert review.last_day == date(2027, 3, 15)


def test_for_unproven_care_the_time_counts_from_the_letter() -> None:
    papers = ["condition_certificate", "therapies_certificate", "doctor_recommendation"]

    review = remedy(routed(COMMERCIAL, basis="EXPERIMENTAL", papers=papers), "imr")

    assert (review.opens_on, review.last_day) == (date(2026, 9, 1), date(2027, 3, 1))


def test_the_first_step_has_its_last_day_and_then_may_still_be_asked() -> None:
    in_time = remedy(routed(MEDI_CAL, grievance="none", on=date(2026, 10, 31)), "plan_appeal")
    late = remedy(routed(MEDI_CAL, grievance="none", on=date(2026, 11, 1)), "plan_appeal")

    assert (in_time.state, in_time.last_day) == (State.OPEN, date(2026, 10, 31))
    assert late.state is State.CLOSED
    assert late.ask
    assert "Ask all the same" in late.ask.words.en


def test_a_letter_of_2024_counts_by_the_rule_of_2024() -> None:
    old = remedy(
        routed(coverage="MA", grievance="none", notice_on="2024-12-30", on=date(2025, 1, 5)),
        "medicare_reconsideration",
    )

    assert old.rule
    assert old.rule.id == "MA-RECON-FILE-60"
    assert old.last_day == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("ends_on", "last_day"),
    [("2026-11-25", date(2026, 11, 30)), ("2026-12-10", date(2026, 12, 10))],
)
def test_keeping_care_lasts_to_the_later_of_two_days(ends_on: str, last_day: date) -> None:
    answer = routed(
        MEDI_CAL, grievance="none", notice_on="2026-11-20", service_ends=True, ends_on=ends_on
    )

    assert remedy(answer, "keep_service").state is State.OPEN
    assert remedy(answer, "keep_service").last_day == last_day


def test_keeping_care_is_only_for_care_that_goes_on_now() -> None:
    assert remedy(routed(MEDI_CAL, service_ends=False), "keep_service").state is State.CLOSED
    assert remedy(routed(MEDI_CAL), "keep_service").state is State.PREDICTED


def test_the_hearing_opens_when_the_plan_is_late() -> None:
    waiting = remedy(routed(MEDI_CAL, grievance={"filed_at": "2026-11-01"}), "state_hearing")
    late = remedy(routed(MEDI_CAL, grievance={"filed_at": "2026-10-01"}), "state_hearing")
    not_asked = remedy(routed(MEDI_CAL, grievance="none"), "state_hearing")

    assert (waiting.state, waiting.opens_on) == (State.NOT_YET, date(2026, 12, 2))
    assert late.state is State.OPEN
    assert (not_asked.state, not_asked.opens_on) == (State.NOT_YET, date(2026, 12, 23))


def test_a_patient_who_must_leave_the_hospital_has_until_that_midnight() -> None:
    leaving = remedy(
        routed(coverage="MA", leaving="hospital", ends_on="2026-11-24"), "qio_hospital"
    )

    assert (leaving.state, leaving.last_day) == (State.OPEN, date(2026, 11, 24))


def test_who_loses_care_at_home_has_until_noon_of_the_day_before() -> None:
    ending = remedy(
        routed(coverage="MA", leaving="other_care", ends_on="2026-11-24"), "qio_care_ends"
    )

    assert ending.last_day == date(2026, 11, 23)
    assert "noon" in " ".join(ending.working)


def test_the_help_center_takes_an_urgent_complaint_at_once_and_another_after_thirty_days() -> None:
    waiting = {"filed_at": "2026-11-20"}

    urgent = remedy(routed(COMMERCIAL, urgent=True, grievance=waiting), "dmhc_complaint")
    ordinary = remedy(routed(COMMERCIAL, grievance=waiting), "dmhc_complaint")

    assert urgent.state is State.OPEN
    assert (ordinary.state, ordinary.opens_on) == (State.NOT_YET, date(2026, 12, 21))


@pytest.mark.requirement("S004-25", "S004-27", "S004-31")
def test_each_track_of_review_has_its_own_time_for_the_decision() -> None:
    def track(**facts: object) -> tuple[str | None, str | None]:
        review = remedy(routed(COMMERCIAL, grievance=ANSWERED, **facts), "imr")
        return review.track, review.answered_within and review.answered_within.id

    complaint = remedy(routed(COMMERCIAL, basis="NOT-COVERED"), "dmhc_complaint")

    assert track() == ("standard", "IMR-DEC-30D")
    assert track(urgent=True) == ("urgent-necessity", "IMR-DEC-3D")
    assert track(urgent=True, basis="EXPERIMENTAL") == ("urgent-experimental", "IMR-DEC-EXPINV-7D")
    assert default_rulebook().rule("IMR-DEC-30D").event == "application and documents received"
    assert complaint.answered_within
    assert complaint.answered_within.id == "IMR-DMHC-COMPLAINT-30"
