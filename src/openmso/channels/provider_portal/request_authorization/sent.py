"""The first answer to a request that was just sent, in words."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from openmso.casework.prior_auth.domain.deadlines import DECIDE
from openmso.casework.prior_auth.domain.states import OPEN, State
from openmso.casework.prior_auth.domain.validity import ONE_DAY
from openmso.casework.prior_auth.models import AuthorizationRequest, RequestedService
from openmso.casework.prior_auth.queries import request_for
from openmso.channels.ui.presenters.facts import Fact
from openmso.channels.ui.words_for_time import staff_date
from openmso.office.access.actor import Actor
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.deadlines import of_case

from ..due_times import badge_of
from ..services_in_words import asked_for
from ..states_in_words import state_in_words
from .presenter import SentPage

_NO_PROMISE = "An authorization does not guarantee payment."
_LEADS = {
    State.APPROVED: "It is approved. Give the number to the patient now.",
    State.NOT_NEEDED: "This service needs no authorization on that date.",
    State.EXEMPT: "Emergency care needs no authorization.",
    State.FORWARDED: "The health plan decides this one itself. We passed it on.",
}


def sent_page(viewer: Actor, request_id: UUID, *, at: datetime) -> SentPage:
    """Return the answer page of one request. Raises RequestNotFound. Three queries."""
    case = request_for(viewer, request_id)
    services = list(case.services.order_by("line"))
    deadlines = [one for one in of_case(case.tenant_id, case.id) if one.purpose == DECIDE]
    state, words = State(case.state), state_in_words(case.state)
    twin = _own_twin(case, viewer)
    zone = tenant_by_id(viewer.tenant_id).zone
    return SentPage(
        request_id=case.id,
        number=case.number,
        tag=words.tag,
        lead=_LEADS.get(state, _received(case)),
        facts=_facts(case, services),
        due=badge_of(deadlines, at=at, zone=zone) if deadlines and state in OPEN else None,
        missing=[one["sentence"] for one in case.missing] if state in OPEN else (),
        next_steps=_next_steps(case),
        twin_id=twin.id if twin else None,
        twin_number=twin.number if twin else "",
        add=state in OPEN,
    )


def _own_twin(case: AuthorizationRequest, viewer: Actor) -> AuthorizationRequest | None:
    """Another practice's request of the same kind is for the desk to see, not for this one."""
    twin = case.likely_duplicate
    return twin if twin and twin.practice_id == viewer.practice_id else None


def _received(case: AuthorizationRequest) -> str:
    if case.missing:
        return "We have it. Something is still missing; it can follow."
    return "We have it, and it is complete."


def _facts(case: AuthorizationRequest, services: Sequence[RequestedService]) -> tuple[Fact, ...]:
    facts = [Fact(label="Request number", value=case.number)]
    if case.authorization_number:
        approved = case.state == State.APPROVED
        label = "Authorization number" if approved else "Receipt number"
        facts.append(Fact(label=label, value=case.authorization_number))
    if case.valid_from_on:
        last = f"to {staff_date(case.valid_until_on - ONE_DAY)}" if case.valid_until_on else ""
        facts.append(
            Fact(
                label="Valid",
                value=f"from {staff_date(case.valid_from_on)} {last}".strip(),
                below=case.validity_why,
            )
        )
    facts += [
        Fact(label="Patient", value=case.member.full_name),
        *asked_for(services, label="Service"),
        Fact(label="First day of service", value=staff_date(case.service_from_on)),
    ]
    return tuple(facts)


def _next_steps(case: AuthorizationRequest) -> tuple[str, ...]:
    match State(case.state):
        case State.APPROVED:
            return (
                "Letters to the patient and to your office are being printed.",
                "Check eligibility again on the day of service.",
                _NO_PROMISE,
            )
        case State.NOT_NEEDED | State.EXEMPT:
            return ("Keep the receipt number with the patient’s record.", _NO_PROMISE)
        case state if state in OPEN:
            return (
                "You see here, and on your first page, when we need something from you.",
                "The answer appears under Our requests; letters follow.",
            )
        case _:
            return ()
