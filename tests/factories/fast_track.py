"""Care that ends, made through the actions of its desk.

`make_ending(world)` is an announced end of nursing care; each `to_…` leads it one step on.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from openmso.casework.fast_track.actions.announce_end import announce_end
from openmso.casework.fast_track.actions.give_reasons import give_reasons
from openmso.casework.fast_track.actions.record_decision import record_decision
from openmso.casework.fast_track.actions.record_notice import record_notice
from openmso.casework.fast_track.actions.record_request import record_request
from openmso.casework.fast_track.actions.record_told import record_told
from openmso.casework.fast_track.actions.send_records import send_records
from openmso.casework.fast_track.actions.write_reasons import write_reasons
from openmso.casework.fast_track.domain.care import Care
from openmso.casework.fast_track.domain.decision import Answer, Told
from openmso.casework.fast_track.domain.notice import Delivery, Proof
from openmso.casework.fast_track.domain.reasons import Reasons
from openmso.casework.fast_track.models import FastTrackCase
from openmso.casework.fast_track.steps.opening import Announced
from openmso.office.access.actor import Actor
from openmso.office.access.roles import Role

from .access import make_account
from .prior_auth import World

ENDS_ON = date(2026, 11, 27)  # a Friday
ANNOUNCED_AT = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)  # Tuesday, 9:00 AM in Los Angeles
NOTICE_AT = ANNOUNCED_AT + timedelta(hours=2)
ASKED_AT = ANNOUNCED_AT + timedelta(hours=6)
TOLD_AT = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)  # Wednesday, 10:00 AM
WRITTEN_AT = TOLD_AT + timedelta(hours=2)
SENT_AT = TOLD_AT + timedelta(hours=4)
DECIDED_AT = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)  # Thursday, 3:30 PM
REASONS = Reasons(
    why="You can walk and eat on your own. Your wound has closed.",
    rule_used="Sample Coverage Manual, chapter 8",
)


def ending_desk(world: World) -> Actor:
    """Somebody who works on care that ends."""
    return make_account(Role.NURSE, world.tenant).as_actor()


def announced(world: World, **given: Any) -> Announced:
    fields: dict[str, Any] = {
        "care": Care.NURSING_FACILITY,
        "member_id": world.member.id,
        "ends_on": ENDS_ON,
        "provider_name": "Sunrise Nursing Center",
        "provider_phone": "626-555-0148",
    }
    return Announced(**(fields | given))


def make_ending(
    world: World, by: Actor | None = None, *, at: datetime = ANNOUNCED_AT, **given: Any
) -> FastTrackCase:
    return announce_end(announced(world, **given), by=by or ending_desk(world), at=at)


def a_delivery(given_at: datetime = NOTICE_AT, **given: Any) -> Delivery:
    fields: dict[str, Any] = {
        "given_at": given_at,
        "given_by": "Pat Lowell, Sunrise Nursing Center",
        "proof": Proof.SIGNED,
        "told_to": "Alma Quintero",
    }
    return Delivery(**(fields | given))


def to_noticed(case: FastTrackCase, by: Actor, **given: Any) -> FastTrackCase:
    delivery = a_delivery(**given)
    return record_notice(case.id, delivery, by=by, at=delivery.given_at + timedelta(minutes=5))


def to_asked(case: FastTrackCase, by: Actor, *, asked_at: datetime = ASKED_AT) -> FastTrackCase:
    return record_request(case.id, asked_at=asked_at, asked_by="Alma Quintero", by=by, at=asked_at)


def to_told(case: FastTrackCase, by: Actor, *, told_at: datetime = TOLD_AT) -> FastTrackCase:
    return record_told(case.id, told_at=told_at, reference="Q-4711", by=by, at=told_at)


def to_sent(case: FastTrackCase, by: Actor, **reasons: Any) -> FastTrackCase:
    """Write and give the reasons, and send the records."""
    write_reasons(case.id, REASONS, by=by, at=WRITTEN_AT)
    give_reasons(case.id, given_at=WRITTEN_AT, how="Handed over by the nurse", by=by, at=WRITTEN_AT)
    return send_records(
        case.id, sent_at=SENT_AT, what="Chart of two weeks", way="portal", by=by, at=SENT_AT
    )


def a_decision(answer: Answer = Answer.END_STANDS, told_at: datetime = DECIDED_AT) -> Told:
    return Told(
        answer=answer,
        told_at=told_at,
        told_by="Letter of the reviewer",
        words="The facts support this.",
    )


def to_decided(
    case: FastTrackCase,
    by: Actor,
    answer: Answer = Answer.END_STANDS,
    *,
    told_at: datetime = DECIDED_AT,
) -> FastTrackCase:
    return record_decision(case.id, a_decision(answer, told_at), by=by, at=told_at)


def make_decided(
    world: World, answer: Answer = Answer.END_STANDS, **given: Any
) -> tuple[FastTrackCase, Actor]:
    """A case with the QIO's first decision, and the person who works on it."""
    by = ending_desk(world)
    case = make_ending(world, by, **given)
    if case.end.questions.notice:
        to_noticed(case, by)
    to_asked(case, by)
    to_told(case, by)
    to_sent(case, by)
    return to_decided(case, by, answer), by
