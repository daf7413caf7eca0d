"""The first answer to a request: whose it is, whether approval is needed, who looks at it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.prior_auth import MRI, NOTE, RECEIVED_AT, SERVICE_ON, World, make_request, make_world
from factories.roster import make_coverage, make_ipa, make_list_entry
from openmso.casework.prior_auth.actions.receive import receive
from openmso.casework.prior_auth.covered_member import NoSuchMember
from openmso.casework.prior_auth.domain.request import Channel, Request, ServiceLine
from openmso.casework.prior_auth.domain.states import State
from openmso.casework.prior_auth.models import AuthorizationRequest, CriteriaFinding
from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent
from openmso.office.letters.models import OrderedLetter
from openmso.office.timeline.deadlines import of_case
from openmso.office.timeline.queries import history
from openmso.office.worklists.models import WorklistItem
from openmso.roster.benefits.models import AuthorizationListEntry
from openmso.roster.plans.models import Delegation

pytestmark = pytest.mark.django_db


def asked(world: World, **given: Any) -> Request:
    fields: dict[str, Any] = {
        "client_key": "one-form",
        "channel": Channel.PORTAL,
        "received_at": RECEIVED_AT,
        "member_id": world.member.id,
        "practice_id": world.practice.id,
        "practitioner_id": world.practitioner.id,
        "diagnoses": ("M54.50",),
        "service_from_on": SERVICE_ON,
        "services": (ServiceLine(code=MRI, description="MRI", quantity=Decimal(1), unit="study"),),
    }
    return Request(**(fields | given))


def deadline(request: AuthorizationRequest) -> tuple[str, datetime]:
    (row,) = [one for one in of_case(request.tenant_id, request.id) if one.governs and one.is_open]
    return row.rule_id, row.due_at


# --- clocks ----------------------------------------------------------------------------------


@pytest.mark.requirement("S003-28", "IMP-08")
@pytest.mark.parametrize(
    ("line_of_business", "urgent", "rule", "due"),
    [
        # Received Thursday 11/19/2026 at 9:45 in the office; Thanksgiving is 11/26.
        ("MA", False, "MA-OD-STD-PA-7", "2026-11-26T23:59:59-08:00"),
        ("MA", True, "MA-OD-EXP-72H", "2026-11-22T09:45:00-08:00"),
        ("MEDI-CAL", False, "MC-PA-STD-7", "2026-11-26T23:59:59-08:00"),
        ("MEDI-CAL", True, "MC-PA-EXP-72H", "2026-11-22T09:45:00-08:00"),
        ("KK", False, "KK-UR-STD-5BD", "2026-11-27T23:59:59-08:00"),
        ("KK", True, "KK-UR-URG-72H", "2026-11-22T09:45:00-08:00"),
        ("AZ-COMM", False, "AZ-PA-STD-14D", "2026-12-03T23:59:59-08:00"),
        ("AZ-COMM", True, "AZ-PA-URG-5D", "2026-11-24T23:59:59-08:00"),
    ],
)
def test_each_line_of_business_has_its_own_clock(
    line_of_business: str, urgent: bool, rule: str, due: str
) -> None:
    request = make_request(make_world(line_of_business), marked_urgent=urgent)

    assert deadline(request) == (rule, datetime.fromisoformat(due))


@pytest.mark.requirement("S003-02")
@pytest.mark.parametrize(
    ("until_on", "timing", "rule", "due"),
    [
        (None, "retrospective", "KK-UR-RETRO-30D", "2026-12-19T23:59:59-08:00"),
        (date(2026, 12, 31), "concurrent", "KK-UR-STD-5BD", "2026-11-27T23:59:59-08:00"),
    ],
)
def test_care_that_was_given_already_has_more_time_than_care_under_way(
    until_on: date | None, timing: str, rule: str, due: str
) -> None:
    began = date(2026, 11, 5)

    request = make_request(make_world("KK"), service_from_on=began, service_until_on=until_on)

    assert request.timing == timing
    assert deadline(request) == (rule, datetime.fromisoformat(due))


def test_medi_cal_keeps_both_answers_and_the_earlier_governs() -> None:
    request = make_request(make_world("MEDI-CAL"))

    rows = {row.rule_id: row.governs for row in of_case(request.tenant_id, request.id)}

    assert rows == {"MC-PA-STD-7": True, "MC-PA-STD-5BD": False}


@pytest.mark.requirement("S003-11")
def test_a_fax_of_friday_evening_keyed_on_monday_started_its_clock_on_friday() -> None:
    friday = datetime(2026, 11, 20, 16, 55, tzinfo=UTC)
    monday = friday + timedelta(days=2, hours=23)

    request = make_request(make_world(), received_at=friday, at=monday)

    assert deadline(request)[1] == datetime.fromisoformat("2026-11-27T23:59:59-08:00")
    arrived = history(request.tenant_id, request.id)[0]
    assert (arrived.happened_at, arrived.recorded_at) == (friday, monday)


def test_a_request_of_2025_keeps_the_fourteen_days_of_its_day() -> None:
    late_2025 = datetime(2025, 12, 31, 23, 0, tzinfo=UTC)

    request = make_request(make_world(), received_at=late_2025, service_from_on=date(2026, 1, 20))

    assert deadline(request) == (
        "MA-OD-STD-PA-14",
        datetime.fromisoformat("2026-01-14T23:59:59-08:00"),
    )


# --- first answers ---------------------------------------------------------------------------


@pytest.mark.requirement("S003-14")
def test_coverage_is_that_of_the_day_of_service_with_the_ipa_of_that_day() -> None:
    world = make_world()
    new_ipa = make_ipa(world.tenant)
    Delegation.objects.create(
        tenant=world.tenant,
        plan=world.plan,
        ipa=new_ipa,
        function="utilization_management",
        delegated=True,
        from_on=date(2020, 1, 1),
    )
    world.member.coverage_spans.update(until_on=date(2027, 1, 1))
    make_coverage(world.member, world.plan, new_ipa, from_on=date(2027, 1, 1))

    december = make_request(world)
    january = make_request(world, service_from_on=date(2027, 1, 5))

    assert (december.ipa, january.ipa) == (world.ipa, new_ipa)


@pytest.mark.requirement("S003-40")
def test_no_coverage_on_the_day_of_service_is_its_own_answer_and_no_denial() -> None:
    world = make_world()
    world.member.coverage_spans.update(until_on=date(2026, 11, 30))

    request = make_request(world)

    assert request.state == State.NOT_ELIGIBLE
    assert not WorklistItem.objects.filter(case_id=request.id).exists()


@pytest.mark.requirement("S003-40")
def test_no_coverage_is_told_to_member_and_practice_with_the_last_day_we_know() -> None:
    world = make_world()
    world.member.coverage_spans.update(until_on=date(2026, 11, 30))

    request = make_request(world)

    letters = OrderedLetter.objects.filter(case_id=request.id)
    assert {(one.kind, one.reader) for one in letters} == {
        ("not_eligible", "member"),
        ("not_eligible", "provider"),
    }
    told = letters[0].content["fields"]
    assert (told["because"], told["turning_on"]) == ("coverage_ended", "2026-11-29")
    assert (told["known_plan"], told["known_ipa"]) == (world.plan.name, world.ipa.name)


def test_emergency_care_is_exempt_whatever_the_coverage_and_gets_a_receipt_number() -> None:
    world = make_world()
    world.member.coverage_spans.all().delete()

    request = make_request(world, emergency=True)

    assert request.state == State.EXEMPT
    assert request.authorization_number.startswith("NN-")
    (letter,) = OrderedLetter.objects.filter(case_id=request.id)
    assert (letter.kind, letter.reader) == ("not_needed", "provider")


def test_a_service_that_needs_no_approval_says_so_with_a_receipt_number_and_the_list() -> None:
    world = make_world()
    make_list_entry(world.tenant, "G0151", answer="not_required", plan=world.plan)

    request = make_request(world, code="G0151")

    assert request.state == State.NOT_NEEDED
    line = next(
        one for one in history(world.tenant.id, request.id) if one.name == "prior_auth.not_needed"
    )
    assert line.details["receipt"] == request.authorization_number
    assert line.details["source"] == "Invented list, edition 1"
    assert {one.reader for one in OrderedLetter.objects.filter(kind="not_needed")} == {
        "member",
        "provider",
    }


def forwarding_source(request: AuthorizationRequest) -> str:
    """Return what the timeline names as the reason why the plan decides."""
    lines = history(request.tenant_id, request.id)
    (line,) = [one for one in lines if one.name == "prior_auth.forwarded_to_plan"]
    return str(line.details["source"])


@pytest.mark.requirement("S003-04")
def test_what_the_plan_kept_for_itself_is_forwarded() -> None:
    world = make_world()
    Delegation.objects.update(delegated=False)

    request = make_request(world)

    assert request.state == State.FORWARDED
    letters = OrderedLetter.objects.filter(case_id=request.id, kind="forwarded")
    assert {one.reader for one in letters} == {"member", "provider"}
    assert letters[0].content["fields"]["forwarded_on"] == "2026-11-19"
    assert forwarding_source(request) == (
        f"Contract term on delegation from 01/01/2020: {world.plan.name} decides authorizations "
        f"for {world.ipa.name} itself."
    )


def test_what_the_list_leaves_to_the_plan_names_the_row_of_the_list() -> None:
    world = make_world()
    make_list_entry(world.tenant, "J1950", "plan_decides", source="Drug list, edition 7")

    request = make_request(world, code="J1950")

    assert request.state == State.FORWARDED
    assert forwarding_source(request) == "Drug list, edition 7"


def test_a_request_of_which_the_plan_decides_a_part_goes_to_a_person() -> None:
    world = make_world()
    make_list_entry(world.tenant, "J1950", "plan_decides")
    codes = (MRI, "J1950")
    services = tuple(
        ServiceLine(code=code, description=code, quantity=Decimal(1), unit="item") for code in codes
    )

    request = make_request(world, services=services)

    assert request.state == State.RECEIVED
    assert "a person must part them" in request.next_step_why


def test_without_a_contract_term_nobody_guesses_who_decides() -> None:
    world = make_world()
    Delegation.objects.all().delete()

    request = make_request(world)

    assert request.state == State.RECEIVED
    assert "a person must" in request.next_step_why
    assert WorklistItem.objects.get(case_id=request.id).queue == "intake"


def test_a_service_on_no_list_goes_to_a_person() -> None:
    request = make_request(make_world(), code="E9999")

    assert request.state == State.RECEIVED
    assert "no authorization list" in request.next_step_why


def rule_approves(world: World) -> None:
    AuthorizationListEntry.objects.update(
        auto_approve=True, auto_approve_rule="Both points met: approved without review."
    )


@pytest.mark.requirement("S003-13", "S003-07")
def test_a_request_that_meets_the_rule_is_approved_at_once_with_its_letters() -> None:
    world = make_world()
    rule_approves(world)

    request = make_request(world, met=True)

    assert request.state == State.APPROVED
    assert request.authorization_number.startswith("AU-")
    assert OrderedLetter.objects.filter(case_id=request.id, kind="approval").count() == 2


@pytest.mark.parametrize("answer", ["not_met", "no_information"])
def test_a_rule_never_denies_it_only_leaves_the_case_to_a_nurse(answer: str) -> None:
    world = make_world()
    rule_approves(world)

    request = make_request(world, answers={"1": "met", "2": answer})

    assert request.state == State.IN_REVIEW
    assert WorklistItem.objects.get(case_id=request.id).queue == "nurse"


@pytest.mark.requirement("S003-01")
def test_the_answers_of_the_practice_are_proposals_until_a_reviewer_confirms_them() -> None:
    request = make_request(make_world(), met=True)

    findings = CriteriaFinding.objects.filter(request=request)

    assert [(one.answer, one.confirmed) for one in findings.order_by("point_code")] == [
        ("met", False),
        ("met", False),
    ]


# --- the same thing twice --------------------------------------------------------------------


def test_the_same_form_sent_twice_is_one_case() -> None:
    world = make_world()
    by = world.intake

    first = receive(asked(world), files=[NOTE], by=by, at=RECEIVED_AT)
    again = receive(asked(world), files=[NOTE], by=by, at=RECEIVED_AT + timedelta(seconds=1))

    assert (first.duplicate, again.duplicate) == (False, True)
    assert first.request.id == again.request.id
    assert AuthorizationRequest.objects.count() == 1


def test_the_same_key_with_other_content_is_refused_in_words() -> None:
    world = make_world()
    receive(asked(world), by=world.intake, at=RECEIVED_AT)

    with pytest.raises(SameKeyOtherContent, match="sent before as PA-"):
        receive(asked(world, service_from_on=date(2026, 12, 2)), by=world.intake, at=RECEIVED_AT)


def test_another_office_may_use_the_same_key() -> None:
    here, there = make_world(), make_world()

    receive(asked(here), by=here.intake, at=RECEIVED_AT)
    receive(asked(there), by=there.intake, at=RECEIVED_AT)

    assert AuthorizationRequest.objects.count() == 2


def test_a_second_request_for_the_same_thing_is_noticed_and_left_to_a_person() -> None:
    world = make_world()
    first = make_request(world)

    second = make_request(world)

    assert second.likely_duplicate == first
    assert second.state == State.IN_REVIEW


@pytest.mark.requirement("IMP-03")
def test_a_member_of_another_office_is_not_found() -> None:
    world, elsewhere = make_world(), make_world()

    with pytest.raises(NoSuchMember):
        receive(asked(world, member_id=elsewhere.member.id), by=world.intake, at=RECEIVED_AT)


def test_creating_a_request_stays_within_its_budget_of_queries() -> None:
    world = make_world()
    rulebook_is_read = make_request(world)
    assert rulebook_is_read

    with CaptureQueriesContext(connection) as queries:
        receive(
            asked(world, clinical_summary="Pain.", answers={"1": "met", "2": "met"}),
            by=world.intake,
            at=RECEIVED_AT,
        )

    written = [one["sql"] for one in queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(written) <= 12, "\n".join(sql[:110] for sql in written)


def test_a_content_that_differs_only_in_answers_is_another_content() -> None:
    world = make_world()
    one = asked(world, answers={"1": "met"})

    assert one.fingerprint() != replace(one, answers={"1": "not_met"}).fingerprint()
    assert one.fingerprint() == replace(one, client_key="other").fingerprint()
