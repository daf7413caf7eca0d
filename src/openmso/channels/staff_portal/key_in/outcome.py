"""What became of a request the moment it was keyed, in sentences for the person who keyed it."""

from dataclasses import dataclass
from datetime import datetime

from openmso.casework.prior_auth.domain.states import State
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.channels.ui.presenters.deadline import DeadlineBadge
from openmso.channels.ui.presenters.status import StatusTag
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.deadlines import of_case

from ..prior_auth.words.clocks import clock_badges
from ..prior_auth.words.states import STATES

_WHERE: dict[str, str] = {
    State.RECEIVED: "It waits on the intake list.",
    State.IN_REVIEW: "It is on the nurses' list.",
    State.APPROVED: "It is approved. The letters are on their way.",
    State.NOT_NEEDED: "No authorization is needed. The practice can show the receipt number.",
    State.EXEMPT: "Emergency care is exempt. The practice can show the receipt number.",
    State.NOT_ELIGIBLE: "The member has no coverage with us on the day of service. This is an "
    "answer about coverage, not a denial of care.",
    State.FORWARDED: "The health plan decides this one itself; it was passed on.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    case: AuthorizationRequest
    state: StatusTag
    sentence: str
    why: str
    number: str
    clocks: list[tuple[str, DeadlineBadge]]
    missing: list[str]


def outcome_of(case: AuthorizationRequest, *, at: datetime) -> Outcome:
    """Say what happened to a request that was just keyed."""
    zone = tenant_by_id(case.tenant_id).zone
    return Outcome(
        case=case,
        state=STATES[case.state],
        sentence=_WHERE.get(case.state, "Open the case to see where it stands."),
        why=case.next_step_why,
        number=case.authorization_number,
        clocks=clock_badges(of_case(case.tenant_id, case.id), at=at, zone=zone),
        missing=[one["sentence"] for one in case.missing],
    )
