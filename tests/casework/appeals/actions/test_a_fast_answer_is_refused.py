"""A wish for a fast answer that does not qualify, and the physician's word that always does."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from factories.appeals import FILED_AT, another_physician, make_appeal, supervisor_of, with_reviewer
from factories.prior_auth import World, make_world
from openmso.casework.appeals.actions.make_urgent import make_urgent
from openmso.casework.appeals.actions.note_letter_sent import note_letter_sent
from openmso.casework.appeals.actions.refuse_fast import note_told_not_fast, refuse_fast
from openmso.casework.appeals.domain.deciding import NotQualifiedToAnswer
from openmso.casework.appeals.domain.filing import NotPossible
from openmso.casework.appeals.domain.speed import Refusal
from openmso.casework.appeals.models import Appeal
from openmso.office.access.actor import Actor
from openmso.office.letters.composing import compose
from openmso.office.letters.frozen_order import thawed
from openmso.office.letters.models import OrderedLetter
from openmso.office.timeline.models import Deadline
from openmso.office.worklists.models import WorklistItem

pytestmark = pytest.mark.django_db

AT = FILED_AT + timedelta(hours=5)
WHY = Refusal(why="Your knee is the same since March.", why_es="Su rodilla está igual.")


def asked_fast(line_of_business: str, **member: str) -> tuple[World, Appeal, Actor]:
    world = make_world(line_of_business, **member)
    appeal = make_appeal(world, fast=True, fast_because="I cannot wait.")
    return world, appeal, with_reviewer(world, appeal)


@pytest.mark.parametrize(
    ("line_of_business", "usual", "days", "tell"),
    [
        ("MA", "MA-RECON-STD-30D", 30, ("MA-OD-EXPDENY-WRITTEN", 3)),
        ("MEDI-CAL", "MC-APPEAL-30D", 30, ("MC-APPEAL-EXPDENY", 2)),
        ("KK", "KK-GRIEV-30D", 30, None),
    ],
)
def test_it_goes_on_in_its_usual_time_from_the_first_receipt(
    line_of_business: str, usual: str, days: int, tell: tuple[str, int] | None
) -> None:
    _, appeal, reviewer = asked_fast(line_of_business, language="es")

    refuse_fast(appeal.id, WHY, by=reviewer, at=AT)

    appeal.refresh_from_db()
    decide = Deadline.objects.get(case_id=appeal.id, purpose="decide_appeal", governs=True)
    assert (appeal.urgency, decide.rule_id, decide.started_at) == ("standard", usual, FILED_AT)
    assert (decide.due_at.date() - FILED_AT.date()).days in {days, days + 1}
    letter = OrderedLetter.objects.get(case_id=appeal.id, kind="appeal_not_fast")
    assert letter.content["fields"]["reason"] == {"text": WHY.why_es, "language": "es"}
    assert compose(thawed(letter.content)).language == "es"
    row = Deadline.objects.filter(case_id=appeal.id, purpose="tell_appeal_not_fast").first()
    assert (row is None) == (tell is None)
    if row is not None and tell is not None:
        assert (row.rule_id, row.started_at) == (tell[0], AT)
        assert (row.due_at - AT).days in {tell[1], tell[1] - 1}


def test_the_letters_leaving_and_the_call_are_kept() -> None:
    world, appeal, reviewer = asked_fast("MEDI-CAL")
    refuse_fast(appeal.id, WHY, by=reviewer, at=AT)
    item = WorklistItem.objects.get(case_id=appeal.id, closed_at=None)
    assert item.note == "Tell the member by voice that it takes the usual time"
    told_at, by = AT + timedelta(minutes=20), supervisor_of(world)

    how = "We called Mina Member at 213-555-0160."
    note_told_not_fast(appeal.id, told_at=told_at, told_how=how, by=by, at=told_at)
    note_letter_sent(
        appeal.id,
        kind="appeal_not_fast",
        to="member",
        sent_at=told_at,
        by=world.intake,
        at=told_at,
    )

    appeal.refresh_from_db()
    item.refresh_from_db()
    assert (appeal.fast_refusal_told_at, item.note) == (told_at, "")
    assert Deadline.objects.get(purpose="tell_appeal_not_fast").met_at == told_at
    with pytest.raises(NotPossible, match="Nothing is to be told"):
        note_told_not_fast(appeal.id, told_at=told_at, told_how=how, by=by, at=told_at)


@pytest.mark.parametrize("line_of_business", ["MA", "KK"])
def test_a_physicians_word_is_never_refused(line_of_business: str) -> None:
    world = make_world(line_of_business)
    appeal = make_appeal(world, physician_says_fast=True)
    reviewer = with_reviewer(world, appeal)

    with pytest.raises(NotPossible, match="That settles it"):
        refuse_fast(appeal.id, WHY, by=reviewer, at=AT)
    with pytest.raises(IntegrityError, match="physicians_word_is_fast"), transaction.atomic():
        Appeal.objects.filter(id=appeal.id).update(urgency="standard")


def test_with_a_physicians_word_it_comes_back_and_the_fast_time_counts_from_it() -> None:
    world, appeal, reviewer = asked_fast("MA")
    refuse_fast(appeal.id, WHY, by=reviewer, at=AT)
    asked_at = FILED_AT + timedelta(days=10)

    make_urgent(
        appeal.id,
        why="Dr. Lim: she may lose strength.",
        physician=True,
        by=supervisor_of(world),
        asked_at=asked_at,
        at=asked_at + timedelta(hours=1),
    )

    decide = Deadline.objects.get(case_id=appeal.id, purpose="decide_appeal", governs=True)
    assert decide.rule_id == "MA-RECON-EXP-72H"
    assert decide.due_at == asked_at + timedelta(hours=72)
    with pytest.raises(NotPossible, match="That settles it"):
        refuse_fast(appeal.id, WHY, by=reviewer, at=asked_at + timedelta(hours=2))


def test_a_late_wish_never_gives_more_time_than_the_appeal_has_anyhow() -> None:
    world = make_world("MA")
    appeal = make_appeal(world)
    asked_at = FILED_AT + timedelta(days=29)

    make_urgent(appeal.id, why="x", physician=True, by=supervisor_of(world), at=asked_at)

    decide = Deadline.objects.get(case_id=appeal.id, purpose="decide_appeal", governs=True)
    assert decide.rule_id == "MA-RECON-STD-30D"


def test_only_its_reviewer_refuses_and_only_in_time() -> None:
    world, appeal, reviewer = asked_fast("KK")
    other = another_physician(world, name="Otto Other")

    with pytest.raises(NotQualifiedToAnswer, match="another reviewer"):
        refuse_fast(appeal.id, WHY, by=other, at=AT)
    Appeal.objects.filter(id=appeal.id).update(silence_at=AT)
    with pytest.raises(NotPossible, match="ran out"):
        refuse_fast(appeal.id, WHY, by=reviewer, at=AT)
