"""Records, breaches, claims, appointments: which rule speaks, and which of several governs."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from openmso.rulebook.book import load_rulebook
from openmso.rulebook.deadlines import strictest
from openmso.rulebook.errors import NoAnswer
from openmso.rulebook.facts import Asked
from openmso.standards.calendars import OfficeCalendar

BOOK = load_rulebook()
OFFICE = OfficeCalendar.of("America/Los_Angeles")
ON = date(2026, 11, 20)
FRIDAY = datetime(2026, 11, 20, 17, 45, tzinfo=ZoneInfo("America/Los_Angeles"))


def ids(question: str, facts: Asked, on: date = ON) -> set[str]:
    return {answer.id for answer in BOOK.answers_in_force(question, on=on, facts=facts)}


@pytest.mark.parametrize(
    ("facts", "governs"),
    [
        ({"state": "CA", "acting_as": "provider", "access_form": "copies"}, "CA-REC-COPY-15D"),
        (
            {"state": "CA", "acting_as": "provider", "access_form": "inspection"},
            "CA-REC-INSPECT-5WD",
        ),
        ({"state": "CA", "acting_as": "service_organization"}, "HIPAA-ACCESS-30"),
        ({"state": "AZ", "acting_as": "provider"}, "HIPAA-ACCESS-30"),
    ],
)
def test_the_earliest_of_all_laws_on_seeing_records_governs(
    facts: dict[str, object], governs: str
) -> None:
    answers = BOOK.ask("records/access", on=ON, facts=facts)

    due = strictest(answers, {"request_received": FRIDAY}, OFFICE)

    assert due.rule.id == governs


def test_california_people_hear_of_a_breach_in_half_the_federal_time() -> None:
    answers = BOOK.ask("privacy/breach_people", on=ON, facts={"state": "CA"})

    due = strictest(answers, FRIDAY, OFFICE)

    assert {answer.id for answer in answers} == {"HIPAA-BREACH-IND-60", "CA-BREACH-30D"}
    assert due.rule.id == "CA-BREACH-30D"


def test_a_licensed_facility_in_california_has_fifteen_business_days() -> None:
    answers = ids("privacy/breach_people", {"state": "CA", "acting_as": "licensed_facility"})

    assert answers == {"HIPAA-BREACH-IND-60", "CA-BREACH-CDPH-15BD"}


def test_five_hundred_people_are_a_report_and_not_a_case_for_the_media() -> None:
    five_hundred = {"large_breach": True, "large_in_one_state": False}

    assert ids("privacy/breach_federal_report", five_hundred) == {"HIPAA-BREACH-HHS-500"}
    assert ids("privacy/breach_media", five_hundred) == set()


@pytest.mark.parametrize(
    ("received_on", "rule"),
    [(date(2025, 12, 31), "KK-CLAIM-OLD-HMO"), (date(2026, 1, 1), "KK-CLAIM-30D")],
)
@pytest.mark.parametrize("line", ["KK", "MEDI-CAL"])
def test_the_day_a_claim_was_received_decides_which_law_pays_it(
    received_on: date, rule: str, line: str
) -> None:
    assert ids("claims/payment", {"line_of_business": line}, received_on) == {rule}


@pytest.mark.parametrize(
    ("contracted", "clean", "rule"),
    [
        (True, True, "MA-PAY-CONTRACT"),
        (False, True, "MA-OD-PAY-CLEAN"),
        (False, False, "MA-OD-PAY-OTHER"),
    ],
)
def test_medicare_claims_depend_on_the_contract_and_on_being_clean(
    contracted: bool, clean: bool, rule: str
) -> None:
    facts = {"line_of_business": "MA", "provider_contracted": contracted, "clean_claim": clean}

    assert ids("claims/payment", facts) == {rule}


def test_a_plans_time_to_file_is_not_told_to_somebody_billing_original_medicare() -> None:
    medicaid = {"payer": "state_medicaid"}

    assert ids("claims/filing", {"payer": "original_medicare"}) == {"FFS-TIMELY-12M"}
    assert ids("claims/filing", {**medicaid, "state": "AZ"}) == {"AZ-AHCCCS-FILE-6M"}
    assert ids("claims/filing", {**medicaid, "state": "CA"}) == set()


@pytest.mark.parametrize(("needed", "rule"), [(False, "CA-TA-URG-48H"), (True, "CA-TA-URG-96H")])
def test_an_urgent_visit_waits_longer_only_where_approval_is_needed(
    needed: bool, rule: str
) -> None:
    urgent = {"line_of_business": "KK", "urgency": "expedited"}
    facts = {**urgent, "subject_to_prior_authorization": needed}

    assert ids("access_to_care/appointment", facts) == {rule}
    with pytest.raises(NoAnswer):
        BOOK.ask("access_to_care/appointment", on=ON, facts=urgent)


def test_a_commercial_listing_hears_both_laws_and_the_two_days_come_first() -> None:
    answers = BOOK.ask("directory/update", on=ON, facts={"line_of_business": "KK"})
    moments = {"changed_data_received": FRIDAY, "directory_change_learned": FRIDAY}

    assert {answer.id for answer in answers} == {"NSA-DIR-UPDATE-2BD", "CA-DIR-WEEKLY"}
    assert strictest(answers, moments, OFFICE).rule.id == "NSA-DIR-UPDATE-2BD"
