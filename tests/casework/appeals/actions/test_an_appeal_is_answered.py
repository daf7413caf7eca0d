"""An appeal is answered by an independent physician; a yes is authorized in the same act."""

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from factories.appeals import (
    ANSWERED_AT,
    FILED_AT,
    STANDS,
    make_appeal,
    supervisor_of,
    with_reviewer,
)
from factories.decisions import DECIDED_AT, a_denial, physician_of, with_physician
from factories.prior_auth import make_world
from openmso.casework.appeals.actions.extend import extend
from openmso.casework.appeals.actions.file_appeal import NothingToAppeal
from openmso.casework.appeals.actions.note_case_file_sent import note_case_file_sent
from openmso.casework.appeals.actions.note_letter_sent import note_letter_sent
from openmso.casework.appeals.actions.overturn import overturn
from openmso.casework.appeals.actions.overturn_in_part import overturn_in_part
from openmso.casework.appeals.actions.run_out_of_time import run_out_of_time
from openmso.casework.appeals.actions.uphold import uphold
from openmso.casework.appeals.clock_keeping import compute_clocks
from openmso.casework.prior_auth.actions.deny import deny
from openmso.casework.prior_auth.domain.extension import NotExtendable
from openmso.casework.prior_auth.models import CarriedOutRuling
from openmso.office.letters.composing import compose
from openmso.office.letters.frozen_order import thawed
from openmso.office.letters.models import OrderedLetter
from openmso.office.timeline.deadlines import of_case
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.django_db


def letter_of(case_id: UUID, kind: str) -> OrderedLetter:
    return OrderedLetter.objects.get(case_id=case_id, kind=kind, reader="member")


@pytest.mark.parametrize("line_of_business", ["MA", "MEDI-CAL", "KK", "AZ-COMM"])
def test_an_overturn_is_one_act_answer_authorization_and_letters(line_of_business: str) -> None:
    world = make_world(line_of_business)
    appeal = make_appeal(world)
    reviewer = with_reviewer(world, appeal)

    overturn(
        appeal.id,
        why="The new note shows a weak leg.",
        by=reviewer,
        at=ANSWERED_AT,
        version=appeal.version,
    )

    appeal.refresh_from_db()
    case = appeal.request
    assert (appeal.state, case.state) == ("overturned", "approved")
    assert case.authorization_number.startswith("AU-")
    ruling = CarriedOutRuling.objects.get(request=case)
    assert (ruling.ruled_by, ruling.reference) == ("plan", appeal.number)
    told = letter_of(appeal.id, "appeal_overturned").content["fields"]["approval"]
    assert told["authorization_number"] == case.authorization_number
    assert letter_of(case.id, "approval")
    assert not WorklistItem.objects.filter(case_id=appeal.id, closed_at=None).exists()
    assert not Deadline.objects.filter(
        case_id=appeal.id, purpose="decide_appeal", met_at=None
    ).exists()


@pytest.mark.requirement("S000-44", "S001-43")
@pytest.mark.parametrize(
    ("line_of_business", "ways"),
    [
        ("MA", {"another_way", "a_person"}),
        (
            "MEDI-CAL",
            {"independent_medical_review", "state_hearing", "keep_service", "another_way"},
        ),
        ("KK", {"independent_medical_review", "another_way"}),
    ],
)
def test_a_no_that_stands_names_the_ways_open_to_this_member(
    line_of_business: str, ways: set[str]
) -> None:
    world = make_world(line_of_business, language="es")
    appeal = make_appeal(world)
    reviewer = with_reviewer(world, appeal)

    uphold(appeal.id, stands=STANDS, by=reviewer, at=ANSWERED_AT, version=appeal.version)

    appeal.refresh_from_db()
    letter = letter_of(appeal.id, "appeal_upheld")
    refusal = letter.content["fields"]["refusal"]
    named = {one["kind"] for one in refusal["remedies"]}
    assert ways <= named
    assert "plan_appeal" not in named
    assert refusal["reason"]["text"] == STANDS.plain_reason_es
    rows = of_case(appeal.tenant_id, appeal.id)
    practice = OrderedLetter.objects.get(case_id=appeal.id, reader="provider")
    told = compose(thawed(practice.content))
    assert (told.kind, told.language) == ("appeal_upheld", "en")
    assert practice.content["fields"]["refusal"]["reason"]["text"] == STANDS.plain_reason
    stored = {(row.purpose, row.rule_id): row.due_at for row in rows}
    assert stored == {(one.purpose, one.rule.id): one.due_at for one in compute_clocks(appeal)}


def test_we_look_again_once() -> None:
    world = make_world("KK")
    appeal = make_appeal(world)
    reviewer = with_reviewer(world, appeal)
    uphold(appeal.id, stands=STANDS, by=reviewer, at=ANSWERED_AT, version=appeal.version)

    with pytest.raises(NothingToAppeal, match=appeal.number):
        make_appeal(world, appeal.request, received_at=ANSWERED_AT)


def test_medicare_sends_the_file_on_by_the_same_deadline() -> None:
    world = make_world("MA")
    appeal = make_appeal(world)
    reviewer = with_reviewer(world, appeal)

    uphold(appeal.id, stands=STANDS, by=reviewer, at=ANSWERED_AT, version=appeal.version)

    own = Deadline.objects.get(case_id=appeal.id, purpose="decide_appeal")
    on = Deadline.objects.get(case_id=appeal.id, purpose="send_appeal_on")
    assert (on.rule_id, on.due_at, on.is_open) == ("MA-RECON-IRE-STD", own.due_at, True)
    assert CaseEvent.objects.filter(
        case_id=appeal.id, name="appeal.goes_to_independent_entity"
    ).exists()
    sent_at = ANSWERED_AT + timedelta(days=1)
    note_case_file_sent(appeal.id, sent_at=sent_at, by=supervisor_of(world), at=sent_at)
    on.refresh_from_db()
    assert on.met_at == sent_at


def test_a_fast_medicare_no_leaves_within_a_day() -> None:
    world = make_world("MA")
    appeal = make_appeal(world, physician_says_fast=True)
    reviewer = with_reviewer(world, appeal)

    uphold(appeal.id, stands=STANDS, by=reviewer, at=ANSWERED_AT, version=appeal.version)

    on = Deadline.objects.get(case_id=appeal.id, purpose="send_appeal_on")
    assert (on.rule_id, on.due_at) == ("MA-RECON-IRE-EXP-24H", ANSWERED_AT + timedelta(hours=24))


def test_a_part_is_authorized_and_the_rest_stands_with_its_rights() -> None:
    world = make_world("MEDI-CAL")
    physician = physician_of(world)
    case = with_physician(world, physician, quantity=12, unit="visit")
    deny(case.id, denial=a_denial(world), by=physician, at=DECIDED_AT, version=case.version)
    case.refresh_from_db()
    appeal = make_appeal(world, case)
    reviewer = with_reviewer(world, appeal)

    overturn_in_part(
        appeal.id,
        approved={1: Decimal(5)},
        stands=STANDS,
        by=reviewer,
        at=ANSWERED_AT,
        version=appeal.version,
    )

    appeal.refresh_from_db()
    assert (appeal.state, appeal.request.state) == ("partly_upheld", "partly_approved")
    assert appeal.request.services.get().approved_quantity == Decimal(5)
    fields = letter_of(appeal.id, "appeal_upheld").content["fields"]
    assert fields["approval"]["authorization_number"] == appeal.request.authorization_number


@pytest.mark.parametrize(
    ("line_of_business", "fast", "state", "means"),
    [
        ("MA", True, "sent_on", "forwarded_to_independent_review"),
        ("MA", False, "sent_on", "no_meaning_in_law"),
        ("MEDI-CAL", False, "open", "next_step_opens"),
        ("KK", False, "open", "no_meaning_in_law"),
    ],
)
def test_silence_has_the_meaning_the_law_gives_it(
    line_of_business: str, fast: bool, state: str, means: str
) -> None:
    world = make_world(line_of_business)
    appeal = make_appeal(world, physician_says_fast=fast)
    due = Deadline.objects.get(case_id=appeal.id, purpose="decide_appeal", governs=True)
    late = due.due_at + timedelta(seconds=1)

    run_out_of_time(appeal.id, by=world.intake, at=late)
    run_out_of_time(appeal.id, by=world.intake, at=late)

    appeal.refresh_from_db()
    assert (appeal.state, appeal.silence_means, appeal.silence_at) == (state, means, due.due_at)
    sent_on = Deadline.objects.filter(case_id=appeal.id, purpose="send_appeal_on", met_at=None)
    assert sent_on.exists() == (line_of_business == "MA")


def test_more_time_is_taken_only_where_the_law_and_the_house_allow_it() -> None:
    world = make_world("MA")
    appeal = make_appeal(world)
    by, at = supervisor_of(world), FILED_AT + timedelta(days=5)
    due = Deadline.objects.get(case_id=appeal.id, purpose="decide_appeal").due_at

    extend(appeal.id, ground="member_asks", why="She waits for a note.", by=by, at=at)

    row = Deadline.objects.get(case_id=appeal.id, purpose="decide_appeal")
    assert row.due_at == due + timedelta(days=14)
    assert letter_of(appeal.id, "appeal_extension")
    with pytest.raises(NotExtendable, match="once"):
        extend(appeal.id, ground="member_asks", why="Again.", by=by, at=at)
    for line in ("MEDI-CAL", "KK"):
        other_world = make_world(line)
        other = make_appeal(other_world)
        with pytest.raises(NotExtendable):
            extend(other.id, ground="member_asks", why="x", by=supervisor_of(other_world), at=at)


def test_the_acknowledgement_s_clock_stops_when_the_letter_leaves() -> None:
    world = make_world("MEDI-CAL")
    appeal = make_appeal(world)
    sent_at = FILED_AT + timedelta(hours=6)

    note_letter_sent(
        appeal.id, kind="appeal_received", to="member", sent_at=sent_at, by=world.intake, at=sent_at
    )

    assert Deadline.objects.get(case_id=appeal.id, purpose="acknowledge_appeal").met_at == sent_at


@pytest.mark.requirement("S004-21")
def test_what_to_try_first_is_told_again_where_the_no_stands() -> None:
    world = make_world("MEDI-CAL")
    physician = physician_of(world)
    case = with_physician(world, physician)
    denial = a_denial(world, alternative="six weeks of physical therapy")
    deny(case.id, denial=denial, by=physician, at=DECIDED_AT, version=case.version)
    case.refresh_from_db()
    appeal = make_appeal(world, case)
    reviewer = with_reviewer(world, appeal)

    uphold(appeal.id, stands=STANDS, by=reviewer, at=ANSWERED_AT, version=appeal.version)

    refusal = letter_of(appeal.id, "appeal_upheld").content["fields"]["refusal"]
    assert refusal["alternative"]["text"] == "six weeks of physical therapy"
