"""Whether there is a no on a request that can be appealed; reads nothing."""

from collections.abc import Iterable

from openmso.casework.prior_auth.domain.states import OPEN, REFUSED, State
from openmso.casework.prior_auth.models import AuthorizationRequest

from .domain.states import WITHOUT_ANSWER
from .models import Appeal


def can_be_appealed(request: AuthorizationRequest) -> bool:
    """Tell whether something was refused, or nobody answered in time."""
    if not request.line_of_business:
        return False
    state = State(request.state)
    return state in REFUSED or (state in OPEN and request.silence_at is not None)


def is_in_the_way(appeal: Appeal, request: AuthorizationRequest) -> bool:
    """Tell whether this appeal leaves no room for another one: open, or answered for this no.

    We look again once; after that the letter says who looks next. A no of a later decision can be
    appealed anew, but not what a ruling left.
    """
    if appeal.state in WITHOUT_ANSWER:
        return False
    decided_at = request.decided_at
    newer = decided_at is not None and not request.ruled_by and decided_at > appeal.received_at
    return not newer


def may_be_filed(request: AuthorizationRequest, appeals: Iterable[Appeal]) -> bool:
    """Tell whether one more appeal fits beside those that were filed about this request."""
    return can_be_appealed(request) and not any(is_in_the_way(one, request) for one in appeals)
