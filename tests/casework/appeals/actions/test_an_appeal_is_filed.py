"""An appeal is filed by anybody who may, through any door, and its clock starts at receipt."""

from datetime import timedelta

import pytest

from factories.appeals import FILED_AT, a_filing, make_appeal, supervisor_of
from factories.decided import make_denied
from factories.prior_auth import make_request, make_world
from openmso.casework.appeals.actions.accept_late import accept_late
from openmso.casework.appeals.actions.dismiss import Form, dismiss
from openmso.casework.appeals.actions.file_appeal import (
    AppealedAlready,
    NothingToAppeal,
    file_appeal,
)
from openmso.casework.appeals.actions.note_authority import note_authority
from openmso.casework.appeals.actions.withdraw import withdraw
from openmso.casework.appeals.clock_keeping import compute_clocks
from openmso.casework.appeals.domain.filing import NotPossible
from openmso.casework.appeals.domain.types import FiledBy
from openmso.office.letters.models import OrderedLetter
from openmso.office.timeline.deadlines import of_case
from openmso.office.timeline.models import Deadline
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("S001-41", "S004-08")
@pytest.mark.parametrize(
    ("line_of_business", "kind", "rules"),
    [
        ("MA", "reconsideration", {"MA-RECON-STD-30D"}),
        ("MEDI-CAL", "plan_appeal", {"MC-APPEAL-30D", "MC-GRIEV-ACK-5"}),
        ("KK", "grievance", {"KK-GRIEV-30D", "KK-GRIEV-ACK-5"}),
    ],
)
def test_it_has_the_type_and_the_clocks_of_its_line_of_business(
    line_of_business: str, kind: str, rules: set[str]
) -> None:
    appeal = make_appeal(make_world(line_of_business))

    rows = of_case(appeal.tenant_id, appeal.id)
    assert (appeal.type, appeal.late) == (kind, False)
    assert {row.rule_id for row in rows} == rules
    assert {row.started_at for row in rows} == {FILED_AT}
    assert {(one.purpose, one.rule.id, one.due_at) for one in compute_clocks(appeal)} == {
        (row.purpose, row.rule_id, row.due_at) for row in rows
    }
    item = WorklistItem.objects.get(case_id=appeal.id)
    to_decide = next(row for row in rows if row.purpose == "decide_appeal")
    assert (item.queue, item.due_rule, item.due_at) == (
        "appeals",
        to_decide.rule_id,
        to_decide.due_at,
    )
    letter = OrderedLetter.objects.get(case_id=appeal.id)
    assert (letter.kind, letter.reader) == ("appeal_received", "member")


def test_a_line_without_written_law_has_no_clock_and_a_person_sees_to_it() -> None:
    appeal = make_appeal(make_world("AZ-COMM"))

    item = WorklistItem.objects.get(case_id=appeal.id)
    assert (appeal.type, item.due_rule) == ("without_a_rule", "no rule")


def test_a_physician_s_word_makes_it_fast() -> None:
    appeal = make_appeal(make_world("MA"), physician_says_fast=True)

    row = Deadline.objects.get(case_id=appeal.id, purpose="decide_appeal", governs=True)
    assert (appeal.urgency, row.rule_id) == ("expedited", "MA-RECON-EXP-72H")
    assert row.due_at == FILED_AT + timedelta(hours=72)


def test_a_representative_without_a_paper_starts_no_medicare_clock_until_it_comes() -> None:
    world = make_world("MA")
    appeal = make_appeal(world, filed_by=FiledBy.REPRESENTATIVE)
    assert list(of_case(appeal.tenant_id, appeal.id)) == []
    shown_at = FILED_AT + timedelta(days=4)

    note_authority(appeal.id, shown_at=shown_at, by=supervisor_of(world), at=shown_at)

    row = Deadline.objects.get(case_id=appeal.id, purpose="decide_appeal", governs=True)
    assert row.started_at == shown_at
    assert WorklistItem.objects.get(case_id=appeal.id).due_at == row.due_at


def test_the_same_paper_keeps_no_medi_cal_clock_waiting() -> None:
    appeal = make_appeal(make_world("MEDI-CAL"), filed_by=FiledBy.TREATING_PHYSICIAN)

    row = Deadline.objects.get(case_id=appeal.id, purpose="decide_appeal", governs=True)
    assert (appeal.authority, row.started_at) == ("pending", FILED_AT)


def test_what_comes_late_is_taken_in_and_a_good_reason_is_accepted() -> None:
    world = make_world("MEDI-CAL")
    late_at = FILED_AT + timedelta(days=60)
    appeal = make_appeal(world, received_at=late_at, good_cause="I was in the hospital.")
    assert (appeal.late, WorklistItem.objects.get(case_id=appeal.id).note) == (
        True,
        "Came late: is the reason good?",
    )
    by = supervisor_of(world)

    accept_late(appeal.id, good_cause="Hospital stay shown.", by=by, at=late_at)

    appeal.refresh_from_db()
    assert appeal.late_accepted_at == late_at
    with pytest.raises(NotPossible, match="accepted"):
        dismiss(appeal.id, form=Form.LATE, by=by, at=late_at)


@pytest.mark.parametrize("how", ["dismissed", "withdrawn"])
def test_it_ends_without_an_answer_only_for_a_reason_of_form_or_by_wish(how: str) -> None:
    world = make_world("MA")
    appeal = make_appeal(world, received_at=FILED_AT + timedelta(days=70))
    by, at = supervisor_of(world), FILED_AT + timedelta(days=71)

    if how == "dismissed":
        dismiss(appeal.id, form=Form.LATE, by=by, at=at)
    else:
        withdraw(appeal.id, asked_by="Mina Member", by=by, at=at)

    appeal.refresh_from_db()
    assert (appeal.state, appeal.closed_at) == (how, at)
    assert not Deadline.objects.filter(
        case_id=appeal.id, met_at=None, missed_at=None, closed_at=None
    ).exists()
    kinds = OrderedLetter.objects.filter(case_id=appeal.id).values_list("kind", flat=True)
    assert set(kinds) == {"appeal_received", "appeal_closed"}


def test_the_same_form_twice_is_one_appeal_and_a_second_one_is_refused() -> None:
    world = make_world("MA")
    case = make_denied(world)
    by = supervisor_of(world)
    filing = a_filing(case)
    first = file_appeal(filing, by=by, at=FILED_AT)

    again = file_appeal(filing, by=by, at=FILED_AT + timedelta(minutes=1))

    assert again.id == first.id
    with pytest.raises(AppealedAlready, match=first.number):
        file_appeal(a_filing(case), by=by, at=FILED_AT)


def test_what_nobody_refused_cannot_be_appealed() -> None:
    world = make_world("MA")
    case = make_request(world)

    with pytest.raises(NothingToAppeal):
        file_appeal(a_filing(case), by=supervisor_of(world), at=FILED_AT)
