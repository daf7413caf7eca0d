"""Reviews by outside bodies, made through the actions that open and move them.

`make_review(world)` is an application about a denied request; each `to_…` moves it one step on.
"""

from datetime import date, datetime, timedelta
from typing import Any

from openmso.casework.external_review.actions.open_outside_case import (
    OutsideCase,
    open_outside_case,
)
from openmso.casework.external_review.actions.prepare_application import (
    Application,
    prepare_application,
)
from openmso.casework.external_review.actions.receive_paper import receive_paper
from openmso.casework.external_review.actions.record_acceptance import record_acceptance
from openmso.casework.external_review.actions.record_filed import record_filed
from openmso.casework.external_review.actions.record_ruling import record_ruling
from openmso.casework.external_review.actions.send_packet import send_packet
from openmso.casework.external_review.domain.forum import Forum
from openmso.casework.external_review.domain.notice import Notice
from openmso.casework.external_review.domain.packet import OURS, OwedBy
from openmso.casework.external_review.domain.ruling import Answer
from openmso.casework.external_review.models import ExternalReview, PacketPaper
from openmso.casework.external_review.queries import papers_of
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.actor import Actor
from openmso.office.access.roles import Role
from openmso.office.documents.inspection import inspect
from openmso.office.documents.models import Document

from .access import make_account
from .decided import make_denied
from .decisions import DECIDED_AT
from .prior_auth import World

PREPARED_AT = DECIDED_AT + timedelta(days=40)
FILED_AT = PREPARED_AT + timedelta(days=1)
NOTICED_AT = FILED_AT + timedelta(days=5)
SENT_AT = NOTICED_AT + timedelta(days=1)
RULED_AT = SENT_AT + timedelta(days=20)
LETTER = inspect(b"A letter of an invented outside body.")
REFERENCE = "MN26-12345"


def review_desk(world: World) -> Actor:
    """Somebody who works on outside reviews."""
    return make_account(Role.SUPERVISOR, world.tenant).as_actor()


def a_notice(received_at: datetime = NOTICED_AT, **given: Any) -> Notice:
    """A letter of the outside body, dated a day before it came."""
    fields: dict[str, Any] = {
        "dated_on": (received_at - timedelta(days=1)).date(),
        "received_at": received_at,
        "way": "mail",
        "reference": REFERENCE,
    }
    return Notice(**(fields | given))


def make_review(
    world: World,
    *,
    request: AuthorizationRequest | None = None,
    by: Actor | None = None,
    at: datetime = PREPARED_AT,
    **application: Any,
) -> ExternalReview:
    """An application that is prepared and not yet filed."""
    request = request or make_denied(world)
    return prepare_application(
        request.id, Application(**application), by=by or review_desk(world), at=at
    )


def make_hearing(
    world: World, *, request: AuthorizationRequest | None = None, **told: Any
) -> ExternalReview:
    """A State Hearing, or what `forum` says, of which we were told."""
    fields: dict[str, Any] = {
        "forum": Forum.STATE_HEARING,
        "asked_at": NOTICED_AT - timedelta(days=2),
        "told_at": NOTICED_AT,
    }
    request = request or make_denied(world)
    outside = OutsideCase(**(fields | told))
    return open_outside_case(request.id, outside, by=review_desk(world), at=NOTICED_AT)


def to_filed(case: ExternalReview, by: Actor, *, at: datetime = FILED_AT) -> ExternalReview:
    return record_filed(case.id, filed_at=at, way="mail", by=by, at=at)


def to_accepted(
    case: ExternalReview, by: Actor, *, expedited: bool = False, at: datetime = NOTICED_AT
) -> ExternalReview:
    return record_acceptance(
        case.id, a_notice(at), expedited=expedited, letter=LETTER, by=by, at=at
    )


def to_gathered(case: ExternalReview, by: Actor, *, at: datetime = SENT_AT) -> None:
    """Let everything arrive that is ours to get."""
    for paper in papers_of(case):
        if OwedBy(paper.owed_by) in OURS:
            receive_paper(
                case.id,
                paper.id,
                inspect(f"{paper.kind} of an invented case.".encode()),
                source=Document.Source.FAX,
                received_at=at,
                by=by,
                at=at,
            )


def to_sent(case: ExternalReview, by: Actor, *, at: datetime = SENT_AT) -> ExternalReview:
    to_gathered(case, by, at=at)
    return send_packet(case.id, way="portal", by=by, at=at)


def to_ruled(
    case: ExternalReview,
    by: Actor,
    answer: Answer = Answer.FOR_MEMBER,
    *,
    at: datetime = RULED_AT,
    **given: Any,
) -> ExternalReview:
    return record_ruling(case.id, answer, a_notice(at), letter=LETTER, by=by, at=at, **given)


def make_ruled(
    world: World, answer: Answer = Answer.FOR_MEMBER, **application: Any
) -> tuple[ExternalReview, Actor]:
    """A case with its ruling, and the person who works on it."""
    by = review_desk(world)
    case = make_review(world, by=by, **application)
    to_filed(case, by)
    to_accepted(case, by)
    to_sent(case, by)
    return to_ruled(case, by, answer), by


def make_reviewed(world: World, request: AuthorizationRequest | None = None) -> ExternalReview:
    """A case that the regulator took a moment after our no, with its letter."""
    by = review_desk(world)
    at = DECIDED_AT
    return to_accepted(make_review(world, request=request, by=by, at=at), by, at=at)


def review_papers(case: ExternalReview) -> list[PacketPaper]:
    return papers_of(case)


SERVED_ON: date = (RULED_AT + timedelta(days=2)).date()
PROVEN_AT = RULED_AT + timedelta(days=4)
