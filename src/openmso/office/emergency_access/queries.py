"""Which uses of emergency access a person may see: their own, or as a reviewer the office's."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.permissions import Permission
from openmso.office.access.roles import Role, permissions_of
from openmso.office.timeline.models import CaseEvent

from .models import EmergencyAccess

MOST_ROWS = 50


class AccessNotFound(LookupError):
    """There is no such use of emergency access, or it is not the viewer's to see."""


def own_access(viewer: Actor, access_id: UUID) -> EmergencyAccess:
    """Return one use by the viewer, over or not; raises AccessNotFound for anybody else's."""
    found = _own(viewer).filter(id=access_id).first()
    if found is None:
        raise AccessNotFound("no such use of yours")
    return found


def open_now(viewer: Actor, *, at: datetime) -> list[EmergencyAccess]:
    """Return what the viewer may read at `at`, what ends first in front. One query."""
    own = _own(viewer).filter(opened_at__lte=at, until_at__gt=at)
    return list(own.order_by("until_at", "id")[:MOST_ROWS])


def waiting_for_review(viewer: Actor) -> list[EmergencyAccess]:
    """Return what nobody has reviewed yet, what is due first in front. One query."""
    viewer.require(Permission.EMERGENCY_REVIEW)
    return list(
        EmergencyAccess.objects.filter(tenant_id=viewer.tenant_id, reviewed_at=None).order_by(
            "review_due_at", "id"
        )[:MOST_ROWS]
    )


def lately_reviewed(viewer: Actor) -> list[EmergencyAccess]:
    """Return what was reviewed, the newest use in front. One query."""
    viewer.require(Permission.EMERGENCY_REVIEW)
    return list(
        EmergencyAccess.objects.filter(
            tenant_id=viewer.tenant_id, reviewed_at__isnull=False
        ).order_by("-opened_at", "id")[:MOST_ROWS]
    )


def access_to_review(viewer: Actor, access_id: UUID) -> EmergencyAccess:
    """Return one use of the office for its reviewer; raises AccessNotFound."""
    viewer.require(Permission.EMERGENCY_REVIEW)
    found = EmergencyAccess.objects.filter(tenant_id=viewer.tenant_id, id=access_id).first()
    if found is None:
        raise AccessNotFound("no such use in this office")
    return found


def what_was_done(access: EmergencyAccess) -> list[CaseEvent]:
    """Return the lines this person left on the case while it was open to them, in order."""
    return list(
        CaseEvent.objects.filter(
            tenant_id=access.tenant_id,
            case_id=access.about_id,
            actor_id=access.account_id,
            recorded_at__gte=access.opened_at,
            recorded_at__lt=access.until_at,
        ).order_by("recorded_at", "line")
    )


def reviewers_of(tenant_id: UUID) -> list[Account]:
    """Return the accounts that review, by name."""
    roles = [role for role in Role if Permission.EMERGENCY_REVIEW in permissions_of([role])]
    return list(
        Account.objects.filter(
            tenant_id=tenant_id, is_active=True, roles__overlap=[role.value for role in roles]
        ).order_by("name", "id")
    )


def _own(viewer: Actor) -> QuerySet[EmergencyAccess]:
    if viewer.id is None:
        return EmergencyAccess.objects.none()
    return EmergencyAccess.objects.filter(tenant_id=viewer.tenant_id, account_id=viewer.id)
