"""Appeals, grievances, hospital stays and independent review: which rule answers for whom."""

from datetime import date, datetime

import pytest

from openmso.rulebook.book import load_rulebook
from openmso.rulebook.deadlines import compute_due, strictest
from openmso.rulebook.errors import NoAnswer
from openmso.rulebook.vocabulary import Consequence
from openmso.standards.calendars import OfficeCalendar

BOOK = load_rulebook()
OFFICE = OfficeCalendar.of("America/Los_Angeles")
ON = date(2026, 11, 22)
LICENSED = {"line_of_business": "MEDI-CAL", "licensed_plan": True}


def asked(question: str, on: date = ON, **facts: str | bool) -> set[str]:
    return {answer.id for answer in BOOK.ask(question, on=on, facts=facts)}


@pytest.mark.parametrize(
    ("question", "everybody_else", "integrated"),
    [
        ("prior_auth/decision_due", "MA-OD-STD-PA-7", "AIP-IOD-STD-7"),
        ("prior_auth/member_notice", "MA-OD-STD-PA-7", "AIP-IOD-STD-7"),
        ("remedies/first_step_filing", "MA-RECON-FILE-65", "AIP-RECON-FILE-65"),
        ("remedies/first_step_answer", "MA-RECON-STD-30D", "AIP-RECON-STD-30D"),
        ("remedies/first_step_fast_answer", "MA-RECON-EXP-72H", "AIP-RECON-EXP-72H"),
        ("grievances/answer", "MA-GRIEV-STD-30D", "AIP-GRIEV-30D"),
        ("remedies/fast_grievance_answer", "MA-GRIEV-EXP-24H", "AIP-GRIEV-24H"),
    ],
)
def test_an_integrated_dual_plan_has_rules_of_its_own(
    question: str, everybody_else: str, integrated: str
) -> None:
    facts: dict[str, str | bool] = {
        "line_of_business": "MA",
        "urgency": "standard",
        "item_or_drug": "item",
        "subject_to_prior_authorization": True,
    }

    assert asked(question, **facts, integrated_dual_plan=False) == {everybody_else}
    assert asked(question, **facts, integrated_dual_plan=True) == {integrated}


@pytest.mark.parametrize("integrated", [True, False])
def test_an_appeal_about_a_part_b_drug_has_seven_days_in_every_medicare_plan(
    integrated: bool,
) -> None:
    facts = {"item_or_drug": "drug", "urgency": "standard", "integrated_dual_plan": integrated}

    assert asked("remedies/first_step_answer", line_of_business="MA", **facts) == {
        "MA-RECON-PARTB-7D"
    }


def test_a_grievance_to_medicare_advantage_has_no_limit_since_2025() -> None:
    before, since = date(2024, 12, 31), date(2025, 1, 1)

    assert asked("grievances/filing", before, line_of_business="MA") == {"MA-GRIEV-FILE-60"}
    assert asked("grievances/filing", since, line_of_business="MA") == {"MA-GRIEV-FILE-ANY"}


@pytest.mark.requirement("S003-23")
@pytest.mark.parametrize(
    ("line", "minutes", "if_silent"),
    [
        ("MA", 60, Consequence.PLAN_PAYS),
        ("MEDI-CAL", 30, Consequence.DEEMED_APPROVED),
        ("KK", 30, Consequence.DEEMED_APPROVED),
    ],
)
def test_each_line_of_business_has_its_own_law_of_care_after_stabilization(
    line: str, minutes: int, if_silent: Consequence
) -> None:
    call = datetime.fromisoformat("2026-11-26T03:10:00-08:00")
    facts = {"line_of_business": line}

    answers = BOOK.ask("inpatient/post_stabilization_answer", on=ON, facts=facts)
    governs = strictest(answers, {"hospital_asked": call}, OFFICE)

    assert governs.due_at is not None
    assert (governs.due_at - call).total_seconds() == minutes * 60
    assert governs.rule.consequence is if_silent
    assert governs.rule.citation


def test_after_an_independent_review_medi_cal_has_three_days_and_not_five_working_days() -> None:
    facts = {**LICENSED, "reversed_by": "imr"}
    friday = datetime.fromisoformat("2026-11-20T17:45:00-08:00")

    answers = BOOK.ask("appeals/carry_out_authorize", on=ON, facts=facts)

    assert {answer.id for answer in answers} == {"MC-APPEAL-EFFECT-72H", "IMR-IMPL-5WD"}
    assert strictest(answers, friday, OFFICE).rule.id == "MC-APPEAL-EFFECT-72H"


@pytest.mark.requirement("S004-27")
def test_an_urgent_review_takes_three_days_or_seven_by_what_the_no_rests_on() -> None:
    def decided(**facts: str | bool) -> set[str]:
        return asked("independent_review/decision", urgency="expedited", **LICENSED, **facts)

    assert decided(basis="medical_necessity") == decided(basis="mixed") == {"IMR-DEC-3D"}
    assert decided(basis="experimental") == {"IMR-DEC-EXPINV-7D"}
    with pytest.raises(NoAnswer):
        decided()


@pytest.mark.requirement("S004-31")
def test_an_ordinary_review_counts_thirty_days_from_the_papers_and_not_from_the_form() -> None:
    rule = BOOK.rule("IMR-DEC-30D")

    due = compute_due(rule, datetime.fromisoformat("2026-12-02T10:00:00-08:00"), OFFICE)

    assert due.working[0].startswith("Application and papers received 12/02/2026")
    assert due.working[-1] == "Due 01/01/2027 11:59:59 PM PST"


@pytest.mark.requirement("S004-25")
def test_an_application_that_does_not_qualify_is_answered_as_a_complaint_in_thirty_days() -> None:
    answers = BOOK.ask("independent_review/complaint_review", on=ON, facts=LICENSED)

    assert [str(answer.value) for answer in answers] == ["30 calendar days"]


@pytest.mark.parametrize("license_", [{}, {"licensed_plan": False}])
def test_a_plan_that_nobody_called_licensed_is_given_no_review_times(
    license_: dict[str, bool],
) -> None:
    with pytest.raises(NoAnswer):
        asked(
            "independent_review/records",
            line_of_business="MEDI-CAL",
            urgency="standard",
            **license_,
        )


def test_a_drug_that_medicare_gave_back_goes_to_a_person() -> None:
    facts = {"line_of_business": "MA", "urgency": "expedited", "reversed_by": "independent_entity"}

    assert asked("appeals/carry_out_authorize", item_or_drug="item", **facts) == {"MA-EFF-IRE-EXP"}
    with pytest.raises(NoAnswer):
        asked("appeals/carry_out_authorize", item_or_drug="drug", **facts)
