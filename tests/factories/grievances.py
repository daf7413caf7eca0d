"""Grievances to test with, made through the actions people use.

`make_grievance(world)` is a standard one by phone; `given_to(world, grievance)` gives it to
somebody who may answer it.
"""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from openmso.casework.appeals.domain.filing import Channel
from openmso.casework.grievances.actions.file_grievance import file_grievance
from openmso.casework.grievances.actions.give import give
from openmso.casework.grievances.domain.answering import Finding, Told
from openmso.casework.grievances.domain.filing import Filing
from openmso.casework.grievances.domain.types import FiledBy
from openmso.casework.grievances.models import Grievance
from openmso.office.access.actor import Actor
from openmso.office.access.roles import Role

from .access import make_account
from .prior_auth import World

_serial = count(1)

TOLD_AT = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
SOON = TOLD_AT + timedelta(hours=3)
LATER = TOLD_AT + timedelta(days=4)
ANSWER = Told(
    finding=Finding.RIGHT,
    plain="You had to wait too long. The clinic has more staff now.",
    plain_es="Tuvo que esperar demasiado. La clínica tiene más personal ahora.",
    internal="Called the clinic; they confirmed.",
)


def supervisor_of(world: World) -> Actor:
    return make_account(Role.SUPERVISOR, world.tenant).as_actor()


def a_concern(world: World, **given: Any) -> Filing:
    """The member's own words on the phone; name only what your test is about."""
    fields: dict[str, Any] = {
        "client_key": f"concern-{next(_serial)}",
        "member_id": world.member.id,
        "channel": Channel.PHONE,
        "received_at": TOLD_AT,
        "filed_by": FiledBy.MEMBER,
        "filed_by_name": "Mina Member",
        "words": "I waited two hours and nobody told me why.",
        "category": "access",
    }
    return Filing(**(fields | given))


def make_grievance(world: World, *, by: Actor | None = None, **given: Any) -> Grievance:
    """A grievance that reached the office; recorded when it was received."""
    filing = a_concern(world, **given)
    return file_grievance(filing, by=by or supervisor_of(world), at=filing.received_at)


def given_to(world: World, grievance: Grievance, worker: Actor | None = None) -> Actor:
    """Give it to `worker`, or else to a supervisor; return that person."""
    actor = worker or supervisor_of(world)
    if actor.id is None:
        raise ValueError("only a person answers a grievance")
    give(grievance.id, handler_id=actor.id, by=supervisor_of(world), at=SOON)
    grievance.refresh_from_db()
    return actor
