"""Requests on their way to a decision: answered points, read papers, a written denial."""

from datetime import UTC, datetime
from typing import Any

from openmso.casework.prior_auth.actions.answer_point import Finding, answer_point
from openmso.casework.prior_auth.actions.open_record import open_record
from openmso.casework.prior_auth.actions.send_to_physician import send_to_physician
from openmso.casework.prior_auth.denial import Denial
from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.domain.triage import PointAnswer
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.actor import Actor
from openmso.office.access.roles import Role
from openmso.office.documents.queries import papers_received

from .access import make_account
from .prior_auth import World, make_request

DECIDED_AT = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)


def nurse_of(world: World) -> Actor:
    return make_account(Role.NURSE, world.tenant).as_actor()


def physician_of(world: World, **given: Any) -> Actor:
    return make_account(Role.PHYSICIAN, world.tenant, **given).as_actor()


def answer_points(request: AuthorizationRequest, by: Actor, **answers: str) -> None:
    """Answer criteria points: `p1="met"` answers point 1."""
    for code, answer in answers.items():
        answer_point(
            request.id,
            code.removeprefix("p"),
            finding=Finding(answer=PointAnswer(answer)),
            by=by,
            at=DECIDED_AT,
        )


def read_papers(request: AuthorizationRequest, by: Actor) -> None:
    for paper in papers_received(request.tenant_id, request.id):
        open_record(request.id, paper.id, by=by, at=DECIDED_AT)


def with_physician(
    world: World, physician: Actor, *, read: bool = True, **given: Any
) -> AuthorizationRequest:
    """A request on the physician's desk; with `read`, this physician has opened its papers."""
    request = make_request(world, **given)
    nurse = nurse_of(world)
    answer_points(request, nurse, p1="met", p2="not_met")
    send_to_physician(request.id, note="Point 2 is not met.", by=nurse, at=DECIDED_AT)
    if read:
        read_papers(request, physician)
    request.refresh_from_db()
    return request


def a_denial(world: World, **given: Any) -> Denial:
    """A denial on medical grounds by the case's own criteria."""
    fields: dict[str, Any] = {
        "ground": Ground.MEDICAL_APPROPRIATENESS,
        "criteria_edition_id": world.edition.id,
        "clinical_reason": "No weakness of a leg is documented.",
        "plain_reason": "Your notes do not show a weak leg.",
    }
    return Denial(**(fields | given))
