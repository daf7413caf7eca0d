"""Which edition of a criteria set serves on a day, and its points."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from openmso.office.statement import statement

from .models import CriteriaEdition, CriteriaPoint


class NoEdition(LookupError):
    """No edition of these criteria serves on that day; a person must say which one to use."""


def edition_with_points(
    tenant_id: UUID, key: str, on: date
) -> tuple[CriteriaEdition, tuple[CriteriaPoint, ...]]:
    """Return the edition that serves on `on` with its points, in one query. Raises NoEdition."""
    points = _points_in_force(tenant_id=tenant_id, key=key, on=on)
    if not points:
        raise NoEdition(f'no edition of "{key}" with points serves on {on:%m/%d/%Y}')
    edition = points[0].edition
    return edition, tuple(point for point in points if point.edition_id == edition.id)


@statement
def _points_in_force(*, tenant_id: UUID, key: str, on: date) -> QuerySet[CriteriaPoint]:
    return (
        CriteriaPoint.objects.filter(
            Q(edition__until_on=None) | Q(edition__until_on__gt=on),
            tenant_id=tenant_id,
            edition__key=key,
            edition__from_on__lte=on,
        )
        .select_related("edition")
        .order_by("-edition__from_on", "code")
    )


@statement
def points_of(tenant_id: UUID, edition_id: UUID) -> QuerySet[CriteriaPoint]:
    """Return the points of an edition in their printed order."""
    return CriteriaPoint.objects.filter(tenant_id=tenant_id, edition_id=edition_id).order_by("code")


@statement
def points_of_every_edition(tenant_id: UUID, key: str) -> QuerySet[CriteriaPoint]:
    """Return the points of all editions of a set with their edition, the newest edition first."""
    return (
        CriteriaPoint.objects.filter(tenant_id=tenant_id, edition__key=key)
        .select_related("edition")
        .order_by("-edition__from_on", "edition_id", "code")
    )


def edition_serving(tenant_id: UUID, key: str, on: date) -> CriteriaEdition | None:
    """Return the edition that serves on `on`, None when none with points does."""
    with_points = CriteriaEdition.objects.filter(
        tenant_id=tenant_id, key=key, points__isnull=False
    ).distinct()
    return serving(with_points.order_by("-from_on"), on)


def serving(editions: Iterable[CriteriaEdition], on: date) -> CriteriaEdition | None:
    """Return the first of `editions`, newest first, that serves on `on`."""
    return next(
        (
            edition
            for edition in editions
            if edition.from_on <= on and (edition.until_on is None or on < edition.until_on)
        ),
        None,
    )


def editions_of(tenant_id: UUID) -> list[CriteriaEdition]:
    """Return every edition of every set of an office, of each set the newest first."""
    return list(CriteriaEdition.objects.filter(tenant_id=tenant_id).order_by("key", "-from_on"))
