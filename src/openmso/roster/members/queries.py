"""One member, as letters, pages and the outbound gate need to know them."""

from collections.abc import Iterable
from uuid import UUID

from openmso.office.access.actor import Actor

from .models import Member, MemberIdentifier


def member_for(viewer: Actor, member_id: UUID) -> Member:
    """Return a member of the viewer's office; raises Member.DoesNotExist for any other.

    A member who is signed in finds nobody but themselves.
    """
    seen = Member.objects.filter(tenant_id=viewer.tenant_id)
    if viewer.member_id is not None:
        seen = seen.filter(id=viewer.member_id)
    return seen.get(id=member_id)


def identifiers_of(tenant_id: UUID, member_id: UUID) -> dict[str, str]:
    """Return the member's Medicare and Medi-Cal numbers by kind ("mbi", "cin")."""
    rows = MemberIdentifier.objects.filter(tenant_id=tenant_id, member_id=member_id).exclude(
        kind=MemberIdentifier.Kind.SOURCE
    )
    return dict(rows.values_list("kind", "value"))


def members_by_source(tenant_id: UUID, system: str, values: Iterable[str]) -> dict[str, UUID]:
    """Return which of these ids of a file's system are already members here, with our own id."""
    rows = MemberIdentifier.objects.filter(
        tenant_id=tenant_id,
        kind=MemberIdentifier.Kind.SOURCE,
        system=system,
        value__in=list(values),
    )
    return dict(rows.values_list("value", "member_id"))


def number_holders(
    tenant_id: UUID, numbers: Iterable[tuple[str, str, str]]
) -> dict[tuple[str, str, str], UUID]:
    """Return whose record each of these numbers (kind, system, value) stands in already."""
    wanted = set(numbers)
    rows = MemberIdentifier.objects.filter(
        tenant_id=tenant_id, value__in={value for _, _, value in wanted}
    ).values_list("kind", "system", "value", "member_id")
    return {(kind, system, value): held_by for kind, system, value, held_by in rows}
