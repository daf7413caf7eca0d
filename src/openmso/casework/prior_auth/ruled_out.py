"""Pairs of requests that somebody compared and found not to be the same."""

from uuid import UUID

from django.db.models import Q, QuerySet

from .models import AuthorizationRequest, NotDuplicates


def in_order(one: UUID, other: UUID) -> tuple[UUID, UUID]:
    """Return the two ids as a pair is stored: the smaller one first, as the database sorts them."""
    return (one, other) if one.bytes < other.bytes else (other, one)


def ruled_out(one: AuthorizationRequest, other: AuthorizationRequest) -> NotDuplicates | None:
    """Return what was said about these two and still holds, None when nothing was."""
    first, second = in_order(one.id, other.id)
    return _holding(one.tenant_id).filter(first_id=first, second_id=second).first()


def ruled_out_of(request: AuthorizationRequest) -> list[NotDuplicates]:
    """Return every pair with this request that still holds, the latest first. One query."""
    return list(
        _holding(request.tenant_id)
        .filter(Q(first_id=request.id) | Q(second_id=request.id))
        .select_related("first", "second")
        .order_by("-said_at", "id")
    )


def _holding(tenant_id: UUID) -> QuerySet[NotDuplicates]:
    return NotDuplicates.objects.filter(tenant_id=tenant_id, taken_back_at=None)
