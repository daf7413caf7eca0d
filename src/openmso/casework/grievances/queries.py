"""Reads for pages; each takes the viewer and returns only what that viewer may see.

A grievance of another office, practice, member or IPA is not found, never forbidden; and nobody
reads one that is about themselves.
"""

from uuid import UUID

from django.db.models import QuerySet

from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.permissions import Permission
from openmso.office.access.reach import in_reach
from openmso.office.access.roles import ROLES
from openmso.office.timeline.models import Deadline

from .domain.deadlines import ANSWER
from .domain.states import OPEN
from .models import Grievance, GrievanceAnswer, MemberContact

ROWS = 50
_WITH = ("member", "plan", "ipa", "handler", "about_account", "request", "appeal", "practice")
_LAST_CONTACTS = 5


class GrievanceNotFound(LookupError):
    """There is no such grievance for this viewer."""


def visible(viewer: Actor) -> QuerySet[Grievance]:
    """Narrow to what `viewer` may see: tenant first, then practice, member or IPA."""
    found = in_reach(Grievance.objects.all(), viewer, practice="practice_id")
    return found if viewer.id is None else found.exclude(about_account_id=viewer.id)


def grievance_for(viewer: Actor, grievance_id: UUID) -> Grievance:
    """Return one grievance with its people. Raises GrievanceNotFound."""
    found = visible(viewer).select_related(*_WITH).filter(id=grievance_id).first()
    if found is None:
        raise GrievanceNotFound("There is no such grievance.")
    return found


def grievances_listed(viewer: Actor, *, still_open: bool) -> list[Grievance]:
    """Return those that are open, the oldest first, or those that are closed, the newest first."""
    found = visible(viewer).select_related("member", "handler")
    if still_open:
        return list(found.filter(state__in=OPEN).order_by("received_at", "id")[:ROWS])
    return list(found.exclude(state__in=OPEN).order_by("-closed_at", "id")[:ROWS])


def grievances_seen(viewer: Actor) -> list[Grievance]:
    """Return the newest grievances that the viewer may see, with their plans."""
    return list(visible(viewer).select_related("plan").order_by("-received_at", "id")[:ROWS])


def answers_of(grievances: list[Grievance]) -> dict[UUID, GrievanceAnswer]:
    """Return the newest answer of each, by grievance. One query, none for an empty list."""
    if not grievances:
        return {}
    rows = GrievanceAnswer.objects.filter(
        tenant_id=grievances[0].tenant_id, grievance_id__in=[one.id for one in grievances]
    ).order_by("round")
    return {row.grievance_id: row for row in rows}


def due_times(grievances: list[Grievance]) -> dict[UUID, Deadline]:
    """Return by when each is answered, by grievance; one without a rule is left out. One query."""
    if not grievances:
        return {}
    rows = Deadline.objects.filter(
        tenant_id=grievances[0].tenant_id,
        case_id__in=[one.id for one in grievances],
        purpose=ANSWER,
        governs=True,
    )
    return {row.case_id: row for row in rows}


def workers(tenant_id: UUID) -> list[Account]:
    """Return the active colleagues who may answer grievances, by name."""
    roles = [
        role.value for role, text in ROLES.items() if Permission.GRIEVANCE_WORK in text.permissions
    ]
    found = Account.objects.filter(tenant_id=tenant_id, is_active=True, roles__overlap=roles)
    return list(found.order_by("name", "id"))


def colleagues(tenant_id: UUID) -> list[Account]:
    """Return everybody who works in the office, by name: whom a grievance may be about."""
    roles = [role.value for role, text in ROLES.items() if text.area == "staff"]
    found = Account.objects.filter(tenant_id=tenant_id, roles__overlap=roles)
    return list(found.order_by("name", "id"))


def contacts_of(viewer: Actor, member_id: UUID) -> list[MemberContact]:
    """Return the last contacts with a member, the newest first."""
    found = MemberContact.objects.filter(tenant_id=viewer.tenant_id, member_id=member_id)
    return list(found.select_related("request").order_by("-received_at", "id")[:_LAST_CONTACTS])
