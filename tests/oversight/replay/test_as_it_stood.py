"""A case replayed at a minute is what stood then, whatever happened to it later."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from factories.appeals import STANDS, another_physician, make_appeal, supervisor_of
from factories.decided import make_denied
from factories.decisions import DECIDED_AT
from factories.prior_auth import RECEIVED_AT, World, make_request, make_world
from factories.replay import Noticed, Seen, as_it_is, as_replayed, noticing
from openmso.casework.appeals.actions.choose_reviewer import choose_reviewer
from openmso.casework.appeals.actions.extend import extend as extend_appeal
from openmso.casework.appeals.actions.make_urgent import make_urgent
from openmso.casework.appeals.actions.open_paper import open_paper
from openmso.casework.appeals.actions.overturn import overturn
from openmso.casework.appeals.actions.uphold import uphold
from openmso.casework.appeals.models import Appeal
from openmso.casework.appeals.queries import AppealNotFound, papers_of
from openmso.casework.prior_auth.actions.extend import extend
from openmso.casework.prior_auth.actions.join import join
from openmso.casework.prior_auth.actions.reopen import reopen
from openmso.casework.prior_auth.actions.say_not_duplicates import say_not_duplicates
from openmso.casework.prior_auth.actions.set_urgency import set_urgency
from openmso.casework.prior_auth.actions.withdraw import withdraw
from openmso.casework.prior_auth.case_kind import PRIOR_AUTH
from openmso.casework.prior_auth.domain.request import Urgency
from openmso.oversight.replay.replaying import replay

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def wrong_in(noticed: Noticed) -> list[tuple[str, UUID, datetime]]:
    """Return every case and minute that is replayed otherwise than the action left it."""
    return [
        (case[0], case[2], minute)
        for case, minute, left in noticed.places()
        if as_replayed(case[1], case[0], case[2], minute) != left
    ]


def to_decide(seen: Seen) -> datetime:
    found: datetime = next(due for purpose, _, _, due, *_ in seen.due if purpose == "decide")
    return found


def test_what_was_made_urgent_and_slow_again_stands_with_the_due_time_of_each_hour() -> None:
    world, noticed = make_world(), Noticed()
    desk, at = supervisor_of(world), RECEIVED_AT

    with noticing(noticed):
        case = make_request(world)
        set_urgency(case.id, urgency=Urgency.EXPEDITED, why="Pain.", by=desk, at=at + HOUR)
        set_urgency(case.id, urgency=Urgency.STANDARD, why="Better.", by=desk, at=at + 2 * HOUR)
        extend(case.id, ground="member_asks", why="Notes come.", by=desk, at=at + 3 * HOUR)
        withdraw(case.id, asked_by="member", why="Not now.", by=desk, at=at + 4 * HOUR)
        reopen(case.id, why="It is needed after all.", by=desk, at=at + 5 * HOUR)

    assert len(noticed.places()) == 6
    assert wrong_in(noticed) == []
    stood = [
        to_decide(as_replayed(world.tenant.id, PRIOR_AUTH, case.id, at + hour * HOUR))
        for hour in (0, 1, 2, 3)
    ]
    assert stood[1] < stood[0] == stood[2] < stood[3]


def test_two_that_were_joined_and_parted_stand_apart_together_and_apart_again() -> None:
    world, noticed = make_world(), Noticed()
    desk, at = supervisor_of(world), RECEIVED_AT

    with noticing(noticed):
        early = make_request(world)
        late = make_request(world, received_at=at + HOUR)
        join(early.id, into_id=late.id, by=desk, at=at + 2 * HOUR)
        say_not_duplicates(early.id, why="Another leg.", by=desk, at=at + 3 * HOUR)

    assert len(noticed.places()) == 6
    assert wrong_in(noticed) == []


def appealed(world: World, noticed: Noticed, *, taken_back: bool) -> Appeal:
    """An appeal that is made urgent or given more time, reviewed and answered, day by day."""
    desk, reviewer = supervisor_of(world), another_physician(world)
    with noticing(noticed):
        denied = make_denied(world)
        appeal = make_appeal(world, denied)
        at = appeal.received_at
        if taken_back:
            make_urgent(appeal.id, why="Worse.", physician=True, by=desk, at=at + HOUR)
        else:
            extend_appeal(appeal.id, ground="member_asks", why="A note.", by=desk, at=at + HOUR)
        choose_reviewer(appeal.id, reviewer_id=reviewer.id or uuid4(), by=desk, at=at + 2 * HOUR)
        for paper in papers_of(appeal):
            open_paper(appeal.id, paper.id, by=reviewer, at=at + 3 * HOUR)
        appeal.refresh_from_db()
        if taken_back:
            overturn(
                appeal.id, why="The note.", by=reviewer, at=at + 4 * HOUR, version=appeal.version
            )
        else:
            uphold(appeal.id, stands=STANDS, by=reviewer, at=at + 4 * HOUR, version=appeal.version)
    appeal.refresh_from_db()
    return appeal


@pytest.mark.parametrize("taken_back", [True, False])
def test_an_appeal_and_its_request_stand_as_each_act_left_them(taken_back: bool) -> None:
    world, noticed = make_world(), Noticed()

    appeal = appealed(world, noticed, taken_back=taken_back)

    assert appeal.state == ("overturned" if taken_back else "upheld")
    assert {case[0] for case, _, _ in noticed.places()} == {"appeal", PRIOR_AUTH}
    assert wrong_in(noticed) == []
    denied = as_replayed(world.tenant.id, PRIOR_AUTH, appeal.request_id, DECIDED_AT)
    assert denied.state == "denied"
    assert as_it_is(PRIOR_AUTH, appeal.request_id).state == ("approved" if taken_back else "denied")


def test_who_had_looked_is_told_by_then_and_not_before() -> None:
    world = make_world()
    appeal = appealed(world, Noticed(), taken_back=False)
    viewer, at = supervisor_of(world), appeal.received_at

    before = replay(viewer, "appeal", appeal.id, minute=at + 2 * HOUR)
    after = replay(viewer, "appeal", appeal.id, minute=at + 3 * HOUR)

    assert before.looks == []
    assert {one.actor_name for one in after.looks} == {"Ruth Reviewer"}
    assert len(after.looks) == len(after.papers) == 2


def test_coverage_is_shown_as_it_was_known_then() -> None:
    world = make_world()
    case = make_request(world)
    span = world.member.coverage_spans.get()
    span.known_until = RECEIVED_AT + HOUR
    span.save(update_fields=["known_until"])
    viewer = supervisor_of(world)

    then = replay(viewer, PRIOR_AUTH, case.id, minute=RECEIVED_AT)
    later = replay(viewer, PRIOR_AUTH, case.id, minute=RECEIVED_AT + HOUR)

    assert [one.id for one in then.coverage] == [span.id]
    assert list(later.coverage) == []


def test_before_the_first_line_nobody_knew_of_the_case() -> None:
    world = make_world()
    case = make_request(world)

    found = replay(supervisor_of(world), PRIOR_AUTH, case.id, minute=RECEIVED_AT - HOUR)

    assert (found.stood.state, found.stood.deadlines, found.papers) == ("", (), [])
    assert found.steps is not None
    assert found.steps.previous is None


def test_somebody_elses_case_is_not_found() -> None:
    appeal = make_appeal(make_world())

    with pytest.raises(AppealNotFound):
        replay(supervisor_of(make_world()), "appeal", appeal.id, minute=appeal.received_at)
