"""A nurse approves what meets the criteria; a physician may approve anything."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action

from ..criteria_points import points_and_findings
from ..domain.triage import PointAnswer
from ..models import AuthorizationRequest, CriteriaFinding, Decision
from ..signatures import require_signature
from ..steps.deciding import approve_now
from ..steps.locking import locked


class NotForANurse(PermissionError):
    """Not every point is met: a physician must look at it. Nothing was decided."""


class NoCriterionNamed(ValueError):
    """A decision must name the criterion or the benefit section it rests on."""


@action
def approve(
    request_id: UUID,
    *,
    by: Actor,
    at: datetime,
    version: int | None = None,
    benefit_section_id: UUID | None = None,
) -> AuthorizationRequest:
    """Approve everything asked for and order the letters.

    Raises MoveNotAllowed, ChangedMeanwhile, NotAllowed; NotForANurse when a point is not met and
    `by` is no physician reviewer; SignatureNotInForce when `by` is one without a licence or an
    attestation of the day; NoCriterionNamed when nothing is named that the yes rests on.
    """
    by.require(Permission.PRIOR_AUTH_APPROVE)
    request = locked(request_id, by=by, version=version)
    require_signature(by, at=at)
    points = points_and_findings(request)
    unmet = [point.code for point, found in points if not _is_met(found)]
    if unmet and not by.may(Permission.PRIOR_AUTH_DENY):
        raise NotForANurse(
            f"Not every criteria point is met ({', '.join(unmet)}). Send it to a physician."
        )
    if request.criteria_edition_id is None and benefit_section_id is None:
        raise NoCriterionNamed("Name the criterion or the benefit section this rests on.")
    basis = (
        "A physician found it medically appropriate."
        if unmet
        else f"All points of the criteria are met ({len(points)} of {len(points)})."
        if points
        else "Covered by the benefit section named."
    )
    approve_now(
        request,
        outcome=Decision.Outcome.APPROVED,
        basis=basis,
        signed_by=by,
        by=by,
        at=at,
        benefit_section_id=benefit_section_id,
    )
    return request


def _is_met(found: CriteriaFinding | None) -> bool:
    """What the practice says of itself does not count until one of us has confirmed it."""
    return found is not None and found.confirmed and found.answer == PointAnswer.MET
