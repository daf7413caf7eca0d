"""Which edition of a criteria set serves on a day, and its points."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from .models import CriteriaEdition, CriteriaPoint


class NoEdition(LookupError):
    """No edition of these criteria serves on that day; a person must say which one to use."""


def edition_with_points(
    tenant_id: UUID, key: str, on: date
) -> tuple[CriteriaEdition, tuple[CriteriaPoint, ...]]:
    """Return the edition that serves on `on` with its points, in one query. Raises NoEdition."""
    points = list(
        CriteriaPoint.objects.filter(
            Q(edition__until_on=None) | Q(edition__until_on__gt=on),
            tenant_id=tenant_id,
            edition__key=key,
            edition__from_on__lte=on,
        )
        .select_related("edition")
        .order_by("-edition__from_on", "code")
    )
    if not points:
        raise NoEdition(f'no edition of "{key}" with points serves on {on:%m/%d/%Y}')
    edition = points[0].edition
    return edition, tuple(point for point in points if point.edition_id == edition.id)


def points_of(tenant_id: UUID, edition_id: UUID) -> list[CriteriaPoint]:
    """Return the points of an edition in their printed order."""
    return list(
        CriteriaPoint.objects.filter(tenant_id=tenant_id, edition_id=edition_id).order_by("code")
    )
