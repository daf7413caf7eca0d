"""What an appeal means for a review outside, and how a Medicare appeal goes on by itself."""

import pytest

from factories.appeals import ANSWERED_AT, STANDS, make_appeal, with_reviewer
from factories.decided import make_denied
from factories.external_review import PREPARED_AT, make_review, review_desk, to_gathered
from factories.prior_auth import World, make_world
from openmso.casework.appeals.actions.note_case_file_sent import note_case_file_sent
from openmso.casework.appeals.actions.uphold import uphold
from openmso.casework.appeals.models import Appeal
from openmso.casework.external_review.actions.send_packet import send_packet
from openmso.casework.external_review.domain.forum import Forum
from openmso.casework.external_review.domain.states import State
from openmso.casework.external_review.jobs import (
    open_the_entitys_case,
    take_over_that_the_file_left,
)
from openmso.casework.external_review.models import ExternalReview
from openmso.office import clock
from openmso.office.timeline.models import Deadline

pytestmark = pytest.mark.django_db


def upheld(world: World, appeal: Appeal) -> Appeal:
    """Let an independent physician sign that the no stands."""
    reviewer = with_reviewer(world, appeal)
    uphold(appeal.id, stands=STANDS, by=reviewer, at=ANSWERED_AT, version=appeal.version)
    appeal.refresh_from_db()
    return appeal


@pytest.fixture
def went_on(monkeypatch: pytest.MonkeyPatch) -> tuple[World, Appeal]:
    """A Medicare appeal whose no was affirmed, so that its file is owed to the entity."""
    world = make_world("MA")
    appeal = upheld(world, make_appeal(world))
    monkeypatch.setattr(clock, "now", lambda: ANSWERED_AT)
    return world, appeal


def told(appeal: Appeal) -> None:
    for _ in range(2):
        open_the_entitys_case(str(appeal.tenant_id), "appeal", str(appeal.id), "")


def test_the_entitys_case_opens_once_and_by_itself(went_on: tuple[World, Appeal]) -> None:
    _, appeal = went_on

    told(appeal)

    case = ExternalReview.objects.get(appeal_id=appeal.id)
    assert (case.forum, case.state) == (Forum.MEDICARE_ENTITY, State.PACKET_DUE)
    assert case.filed_at == appeal.closed_at


def test_sending_the_packet_tells_the_appeal(went_on: tuple[World, Appeal]) -> None:
    world, appeal = went_on
    told(appeal)
    case, by = ExternalReview.objects.get(appeal_id=appeal.id), review_desk(world)
    to_gathered(case, by, at=clock.now())

    send_packet(case.id, way="portal", by=by, at=clock.now())

    appeal.refresh_from_db()
    assert appeal.case_file_sent_at == clock.now()


def test_a_file_that_the_appeals_desk_sent_is_taken_over(went_on: tuple[World, Appeal]) -> None:
    world, appeal = went_on
    told(appeal)
    note_case_file_sent(appeal.id, sent_at=clock.now(), by=review_desk(world), at=clock.now())

    take_over_that_the_file_left(str(appeal.tenant_id), "appeal", str(appeal.id), "")

    case = ExternalReview.objects.get(appeal_id=appeal.id)
    assert (case.state, case.packet_sent_at) == (State.PACKET_SENT, clock.now())
    expected = Deadline.objects.get(case_id=case.id, purpose="outside_decision", governs=True)
    assert expected.rule_id == "MA-IRE-STD"


def test_our_own_appeal_counts_for_the_prediction_without_being_told_again() -> None:
    world = make_world("KK")
    denied = make_denied(world)
    appeal = upheld(world, make_appeal(world, case=denied))

    case = make_review(world, request=denied, at=PREPARED_AT)

    assert (case.prediction["answer"], case.appeal_id) == ("eligible", appeal.id)
