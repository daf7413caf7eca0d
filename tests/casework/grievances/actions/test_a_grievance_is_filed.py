"""A concern reaches us, by any channel and from anybody, and gets its kind, clocks and letter."""

from datetime import timedelta
from uuid import UUID

import pytest

from factories.access import make_account
from factories.decided import make_denied
from factories.decisions import DECIDED_AT
from factories.grievances import ANSWER, SOON, TOLD_AT, a_concern, make_grievance, supervisor_of
from factories.prior_auth import make_world
from openmso.casework.appeals.actions.file_appeal import file_appeal
from openmso.casework.appeals.domain.filing import Channel, NotPossible
from openmso.casework.appeals.domain.filing import Filing as AppealFiling
from openmso.casework.appeals.domain.types import FiledBy as AppealFiledBy
from openmso.casework.appeals.models import Appeal
from openmso.casework.grievances.actions.file_grievance import file_grievance
from openmso.casework.grievances.actions.note_authority import note_authority
from openmso.casework.grievances.actions.note_letter_sent import note_letter_sent
from openmso.casework.grievances.actions.retype_as_appeal import retype_as_appeal
from openmso.casework.grievances.actions.retype_as_grievance import retype_as_grievance
from openmso.casework.grievances.actions.run_out_of_time import run_out_of_time
from openmso.casework.grievances.actions.solve_at_once import solve_at_once
from openmso.casework.grievances.actions.take_contact import open_from_contact
from openmso.casework.grievances.clock_keeping import compute_clocks
from openmso.casework.grievances.domain.classifier import Chosen
from openmso.casework.grievances.domain.types import FastGround, FiledBy
from openmso.casework.grievances.models import Grievance, GrievanceAnswer, MemberContact
from openmso.casework.prior_auth.steps.sent_before import SameKeyOtherContent
from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.roles import Role
from openmso.office.letters.composing import compose
from openmso.office.letters.frozen_order import thawed
from openmso.office.letters.models import OrderedLetter
from openmso.office.timeline.deadlines import of_case
from openmso.office.timeline.models import Deadline
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.django_db

SYSTEM_AT = TOLD_AT + timedelta(days=2)


def letters_of(grievance: Grievance) -> list[str]:
    found = OrderedLetter.objects.filter(case_id=grievance.id).order_by("ordered_at", "id")
    return list(found.values_list("kind", flat=True))


@pytest.mark.requirement("S000-41")
@pytest.mark.parametrize("channel", list(Channel))
def test_any_channel_takes_a_concern_and_the_clock_starts_at_receipt(channel: Channel) -> None:
    world = make_world("MEDI-CAL")
    by = supervisor_of(world)

    grievance = file_grievance(
        a_concern(world, channel=channel), by=by, at=TOLD_AT + timedelta(days=1)
    )

    assert (grievance.kind, grievance.state) == ("standard", "open")
    stored = {(row.purpose, row.rule_id): row.due_at for row in of_case(by.tenant_id, grievance.id)}
    assert stored == {(one.purpose, one.rule.id): one.due_at for one in compute_clocks(grievance)}
    assert set(Deadline.objects.values_list("started_at", flat=True)) == {TOLD_AT}
    item = WorklistItem.objects.get(case_id=grievance.id, closed_at=None)
    assert (item.queue, item.case_number) == ("grievances", grievance.number)
    assert letters_of(grievance) == ["grievance_received"]


@pytest.mark.requirement("S000-41")
@pytest.mark.parametrize("filed_by", list(FiledBy))
def test_a_member_a_representative_and_a_provider_can_tell_us(filed_by: FiledBy) -> None:
    world = make_world("MA")

    grievance = make_grievance(world, filed_by=filed_by)

    member = filed_by is FiledBy.MEMBER
    assert grievance.authority == ("not_needed" if member else "pending")
    if not member:
        note_authority(grievance.id, shown_at=SOON, by=supervisor_of(world), at=SOON)
        grievance.refresh_from_db()
        assert (grievance.authority, grievance.begun_at) == ("shown", TOLD_AT)


def test_the_same_form_twice_is_one_grievance_and_other_words_are_refused() -> None:
    world = make_world("MA")
    filing, by = a_concern(world), supervisor_of(world)

    first = file_grievance(filing, by=by, at=TOLD_AT)
    again = file_grievance(filing, by=by, at=SOON)

    assert first.id == again.id
    other = a_concern(world, client_key=filing.client_key, words="Something else.")
    with pytest.raises(SameKeyOtherContent, match=first.number):
        file_grievance(other, by=by, at=SOON)


def test_who_holds_no_permission_files_nothing() -> None:
    world = make_world("MA")
    nobody = Actor.system("Nobody", world.tenant.id)

    with pytest.raises(NotAllowed):
        file_grievance(a_concern(world), by=nobody, at=TOLD_AT)


def test_one_solved_at_once_is_logged_without_a_letter() -> None:
    world = make_world("KK")
    grievance = make_grievance(world, at_once=True)

    solve_at_once(grievance.id, told=ANSWER, by=supervisor_of(world), at=SOON)

    grievance.refresh_from_db()
    assert (grievance.kind, grievance.state) == ("exempt", "solved")
    assert GrievanceAnswer.objects.get(grievance=grievance).at_once
    assert letters_of(grievance) == []
    assert not Deadline.objects.filter(case_id=grievance.id, met_at=None).exists()


def test_one_not_solved_in_time_is_standard_with_the_clocks_of_its_first_receipt() -> None:
    world = make_world("KK")
    grievance = make_grievance(world, at_once=True)
    clock = Actor.system("Clock", world.tenant.id)

    run_out_of_time(grievance.id, by=clock, at=SYSTEM_AT)
    run_out_of_time(grievance.id, by=clock, at=SYSTEM_AT)

    grievance.refresh_from_db()
    assert (grievance.kind, grievance.state, grievance.late_at) == ("standard", "open", None)
    assert grievance.exempt_until_at is not None
    open_ones = Deadline.objects.filter(case_id=grievance.id, closed_at=None)
    assert {row.rule_id: row.started_at for row in open_ones} == {
        "KK-GRIEV-30D": TOLD_AT,
        "KK-GRIEV-ACK-5": TOLD_AT,
    }
    assert letters_of(grievance) == ["grievance_received"]
    with pytest.raises(NotPossible):
        solve_at_once(grievance.id, told=ANSWER, by=supervisor_of(world), at=SYSTEM_AT)


def test_the_letter_that_leaves_meets_the_duty_to_confirm() -> None:
    world = make_world("KK")
    grievance = make_grievance(world)

    note_letter_sent(
        grievance.id,
        kind="grievance_received",
        to="member",
        sent_at=SOON,
        by=Actor.system("Post room", world.tenant.id),
        at=SOON,
    )

    row = Deadline.objects.get(case_id=grievance.id, purpose="acknowledge_grievance")
    assert (row.rule_id, row.met_at) == ("KK-GRIEV-ACK-5", SOON)


def test_an_urgent_knox_keene_one_is_told_of_the_regulator_at_once() -> None:
    world = make_world("KK")

    grievance = make_grievance(world, fast=FastGround.SERIOUS_HARM, fast_because="Cannot breathe.")

    assert grievance.kind == "expedited"
    letter = OrderedLetter.objects.get(case_id=grievance.id)
    assert letter.content["fields"]["regulator"] is True


@pytest.mark.requirement("S000-43")
@pytest.mark.parametrize("ground", [None, *FastGround])
@pytest.mark.parametrize("line", ["MA", "MEDI-CAL", "KK", "AZ-COMM"])
def test_the_letter_that_it_is_here_can_be_printed_for_every_line_and_kind(
    line: str, ground: FastGround | None
) -> None:
    world = make_world(line, language="es")

    grievance = make_grievance(world, fast=ground, filed_by=FiledBy.REPRESENTATIVE)

    letter = compose(thawed(OrderedLetter.objects.get(case_id=grievance.id).content))
    assert letter.translation_owed == ""


def appeal_filing(request_id: UUID, key: str = "call-1") -> AppealFiling:
    return AppealFiling(
        client_key=key,
        request_id=request_id,
        channel=Channel.PHONE,
        received_at=TOLD_AT,
        filed_by=AppealFiledBy.MEMBER,
        filed_by_name="Mina Member",
        words="I need this picture.",
    )


@pytest.mark.requirement("S001-42", "S000-43")
def test_an_appeal_and_a_grievance_are_opened_from_one_contact() -> None:
    world = make_world("MEDI-CAL")
    case, by = make_denied(world), supervisor_of(world)

    opened = open_from_contact(
        Chosen(decision=True, concern=True),
        appeal=appeal_filing(case.id),
        grievance=a_concern(world),
        by=by,
        at=SOON,
    )

    assert opened.appeal is not None
    assert opened.grievance is not None
    contact = MemberContact.objects.get()
    assert (contact.appeal_id, opened.grievance.contact_id) == (opened.appeal.id, contact.id)
    kinds = set(Deadline.objects.values_list("case_kind", "purpose"))
    assert {("appeal", "decide_appeal"), ("grievance", "answer_grievance")} <= kinds


def test_another_member_s_request_opens_nothing() -> None:
    world, other = make_world("MEDI-CAL"), make_world("MEDI-CAL")
    case = make_denied(world)
    concern = a_concern(world, member_id=other.member.id)

    with pytest.raises(NotPossible, match="another member"):
        open_from_contact(
            Chosen(decision=True, concern=True),
            appeal=appeal_filing(case.id),
            grievance=concern,
            by=supervisor_of(world),
            at=SOON,
        )
    assert not Appeal.objects.exists()


def test_a_grievance_found_to_be_an_appeal_keeps_its_first_receipt() -> None:
    world = make_world("MEDI-CAL")
    case = make_denied(world)
    grievance = make_grievance(world, category="decision", words="You said no. I need it.")
    later = TOLD_AT + timedelta(days=9)

    retype_as_appeal(
        grievance.id,
        request_id=case.id,
        why="It disputes the denial.",
        by=supervisor_of(world),
        at=later,
    )

    grievance.refresh_from_db()
    appeal = Appeal.objects.get()
    assert (grievance.state, grievance.appeal_id) == ("became_appeal", appeal.id)
    assert (appeal.received_at, appeal.recorded_at) == (TOLD_AT, later)
    row = Deadline.objects.get(case_id=appeal.id, purpose="decide_appeal")
    assert row.started_at == TOLD_AT
    assert not Deadline.objects.filter(case_id=grievance.id, closed_at=None).exists()


def test_an_appeal_found_to_be_a_grievance_keeps_its_first_receipt() -> None:
    world = make_world("KK")
    case, by = make_denied(world), supervisor_of(world)
    appeal = file_appeal(appeal_filing(case.id), by=by, at=TOLD_AT)
    later = TOLD_AT + timedelta(days=3)

    grievance = retype_as_grievance(
        appeal.id, category="our_service", why="It is about the call.", by=by, at=later
    )

    appeal.refresh_from_db()
    assert (appeal.state, grievance.appeal_id) == ("dismissed", appeal.id)
    assert (grievance.received_at, grievance.begun_at) == (TOLD_AT, TOLD_AT)
    assert "It is about the call." in grievance.type_reason
    kinds = OrderedLetter.objects.filter(case_id=appeal.id).values_list("kind", flat=True)
    assert "appeal_closed" not in kinds


def test_a_disputed_decision_without_a_decision_of_ours_is_a_grievance_never_exempt() -> None:
    world = make_world("KK")

    grievance = make_grievance(world, at_once=True, about_a_decision=True)

    assert grievance.kind == "standard"
    assert "disputes coverage" in grievance.kind_why


def test_a_fast_medicare_one_about_our_time_starts_its_day() -> None:
    world = make_world("MA")
    case = make_denied(world)

    grievance = make_grievance(
        world,
        category="our_time",
        fast=FastGround.OUR_TIME,
        request_id=case.id,
        received_at=DECIDED_AT + timedelta(days=1),
    )

    row = Deadline.objects.get(case_id=grievance.id, purpose="answer_grievance")
    assert row.rule_id == "MA-GRIEV-EXP-24H"
    assert row.due_at - row.started_at == timedelta(hours=24)


def test_a_member_and_a_practice_file_with_their_own_permission() -> None:
    world = make_world("MA")
    member = make_account(Role.MEMBER, world.tenant, member_id=world.member.id).as_actor()
    practice = make_account(Role.PRACTICE, world.tenant, practice_id=world.practice.id).as_actor()

    own = file_grievance(a_concern(world, channel=Channel.MEMBER), by=member, at=TOLD_AT)
    theirs = file_grievance(
        a_concern(world, channel=Channel.PORTAL, filed_by=FiledBy.PROVIDER), by=practice, at=TOLD_AT
    )

    assert (own.practice_id, theirs.practice_id) == (None, world.practice.id)
