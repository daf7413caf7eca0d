"""Who may prepare and file an application: the member themselves, or the desk."""

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission


def require_own_or_desk(by: Actor) -> None:
    """Raise NotAllowed unless `by` is a member, about their own care, or works on reviews."""
    own = by.member_id is not None
    by.require(Permission.MEMBER_OWN_SAY if own else Permission.OUTSIDE_REVIEW_WORK)
