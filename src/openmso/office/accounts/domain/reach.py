"""Who may invite whom, and whose account they look after. What is not named here is forbidden."""

from collections.abc import Iterable
from uuid import UUID

from openmso.office.access.actor import Actor, NotAllowed
from openmso.office.access.permissions import Permission
from openmso.office.access.roles import ROLES, Role, area_of

STAFF_ROLES = tuple(role for role in Role if ROLES[role].area == "staff")
PRACTICE_ROLES = (Role.PRACTICE_MANAGER, Role.PRACTICE)


def roles_to_give(by: Actor) -> tuple[Role, ...]:
    """Return the roles this person may hand out in an invitation.

    A practice's manager invites colleagues, never another manager and never our own staff.
    """
    if by.may(Permission.ACCOUNT_MANAGE):
        return STAFF_ROLES + PRACTICE_ROLES
    if by.may(Permission.PRACTICE_COLLEAGUES) and by.practice_id is not None:
        return (Role.PRACTICE,)
    return ()


def require_may_invite(by: Actor, role: Role, practice_id: UUID | None) -> None:
    """Raise NotAllowed unless `by` may invite somebody as `role` of this practice.

    A practice's role needs a practice; a staff role must not have one.
    """
    wants_practice = role in PRACTICE_ROLES
    if role not in roles_to_give(by) or wants_practice != (practice_id is not None):
        raise NotAllowed(f"You may not invite anybody as {ROLES[role].name.lower()} there.")
    if not by.may(Permission.ACCOUNT_MANAGE) and practice_id != by.practice_id:
        raise NotAllowed("You may invite colleagues of your own practice only.")


def looks_after(by: Actor, practice_id: UUID | None) -> bool:
    """Tell whether `by` may see and end the invitations of this practice (None: of our staff).

    The office is the caller's to compare.
    """
    if by.may(Permission.ACCOUNT_MANAGE):
        return True
    return (
        by.may(Permission.PRACTICE_COLLEAGUES)
        and by.practice_id is not None
        and practice_id == by.practice_id
    )


def roles_beside(roles: Iterable[str]) -> tuple[Role, ...]:
    """Return the roles that an account with these roles may be changed to.

    Nobody crosses from one part of the house to another: that takes a new invitation. Members
    have one role and keep it.
    """
    area = area_of(roles)
    if area == "staff":
        return STAFF_ROLES
    return PRACTICE_ROLES if area == "practice" else ()
