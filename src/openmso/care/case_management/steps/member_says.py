"""Who may have a say in a care plan: the member, and whoever follows the case."""

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission


def require_say(by: Actor) -> bool:
    """Tell whether it is the member who speaks; raise NotAllowed for anybody without a say."""
    if by.member_id is not None:
        by.require(Permission.MEMBER_OWN_SAY)
        return True
    by.require(Permission.CARE_CASE_WORK)
    return False
