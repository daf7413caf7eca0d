"""Requests that were decided by the people who may decide them."""

from openmso.casework.prior_auth.actions.deny import deny
from openmso.casework.prior_auth.models import AuthorizationRequest

from .decisions import DECIDED_AT, a_denial, physician_of, with_physician
from .prior_auth import World

CLINICAL_REASON = "No weakness of a leg is documented."
PLAIN_REASON = "Your notes do not show a weak leg."
PLAIN_REASON_ES = "Sus notas no muestran una pierna débil."


def make_denied(world: World) -> AuthorizationRequest:
    """A request that a physician denied by its criteria, after reading the papers."""
    physician = physician_of(world)
    case = with_physician(world, physician)
    denial = a_denial(
        world,
        clinical_reason=CLINICAL_REASON,
        plain_reason=PLAIN_REASON,
        plain_reason_es=PLAIN_REASON_ES,
    )
    deny(case.id, denial=denial, by=physician, at=DECIDED_AT, version=case.version)
    case.refresh_from_db()
    return case
