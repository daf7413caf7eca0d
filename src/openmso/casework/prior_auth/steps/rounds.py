"""A decided request is taken up again: what the last decision left on the case is cleared."""

from datetime import datetime

from openmso.office.timeline.deadlines import begin_again

from ..models import AuthorizationRequest

ROUND = (
    *("reopened_at", "decided_at", "authorization_number", "valid_from_on", "valid_until_on"),
    *("extended_at", "extension_ground", "silence_at", "silence_means", "silence_rule", "ruled_by"),
)
"""The columns that belong to one round of a request."""


def begin_a_new_round(request: AuthorizationRequest, *, begun_at: datetime, at: datetime) -> None:
    """Clear what the decision left on the case, without saving it; clocks begin at `begun_at`.

    The decision's own record and its clocks are kept.
    """
    begin_again(request, at=at)
    request.reopened_at = begun_at
    request.decided_at = None
    request.authorization_number = ""
    request.valid_from_on = request.valid_until_on = None
    request.extended_at, request.extension_ground = None, ""
    request.silence_at, request.silence_means, request.silence_rule = None, "", ""
    request.ruled_by = ""
