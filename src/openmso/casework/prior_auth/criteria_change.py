"""What would change if an open case went over to the edition of its criteria in force."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from openmso.casework.criteria.models import CriteriaEdition, CriteriaPoint
from openmso.casework.criteria.queries import NoEdition, edition_with_points, points_of
from openmso.office.law import office_calendar

from .domain.criteria_renewal import Renewal, renewal
from .models import AuthorizationRequest


class NothingToRenew(ValueError):
    """The case has the edition in force, or there is none to go over to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaChange:
    """The edition a case would go over to, and what becomes of its answers."""

    edition: CriteriaEdition
    renewal: Renewal


def change_of_criteria(request: AuthorizationRequest, *, at: datetime) -> CriteriaChange:
    """Return what a renewal at `at` would change. Two queries. Raises NothingToRenew."""
    present = request.criteria_edition
    if present is None:
        raise NothingToRenew("No criteria belong to this service.")
    on = office_calendar(request.tenant_id).local(at).date()
    try:
        edition, points = edition_with_points(request.tenant_id, present.key, on)
    except NoEdition:
        raise NothingToRenew(
            f"No edition of {present.title} serves today. Tell your supervisor."
        ) from None
    if edition.id == present.id:
        raise NothingToRenew(f"This case has the edition in force: {present}.")
    old = _texts(points_of(request.tenant_id, present.id))
    return CriteriaChange(edition=edition, renewal=renewal(old, _texts(points)))


def _texts(points: Iterable[CriteriaPoint]) -> dict[str, str]:
    return {point.code: point.text for point in points}
