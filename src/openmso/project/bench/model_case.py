"""One case that was really received: what all copies in the queues are made of."""

from datetime import date, datetime
from decimal import Decimal
from hashlib import md5
from uuid import UUID

from openmso.casework.prior_auth.actions.receive import receive
from openmso.casework.prior_auth.domain.request import Channel, Request, ServiceLine
from openmso.casework.prior_auth.domain.states import State
from openmso.project.refusal import Refusal
from openmso.roster.benefits.queries import service_named

from .sample_office import SampleOffice


def receive_model_case(office: SampleOffice, *, on: date, at: datetime) -> UUID:
    """Receive one complete request that waits for a nurse and return its id."""
    patient, code = office.patients[0], office.codes[0].code
    service = service_named(code)
    request = Request(
        client_key="model-case-of-the-bench",
        channel=Channel.PORTAL,
        received_at=at,
        member_id=patient.member_id,
        practice_id=patient.practice_id,
        practitioner_id=patient.practitioner_id,
        services=(
            ServiceLine(
                code=code,
                description=service.description if service else code,
                quantity=Decimal(1),
                unit="item",
            ),
        ),
        diagnoses=("M54.50",),
        service_from_on=on,
        clinical_summary="Pain for three months, no relief from therapy.",
        answers={"1": "met", "2": "met"},
    )
    practice = office.practices[patient.practice_id].as_actor()
    case = receive(request, by=practice, at=at).request
    if case.state != State.IN_REVIEW:
        raise Refusal(f"The model case should wait for a nurse; it is {case.state}.")
    return case.id


def copied_case_id(n: int) -> UUID:
    """Return the id of the copy numbered `n`, as the database makes it."""
    chance = md5(f"case {n}".encode("ascii"), usedforsecurity=False).hexdigest()
    return UUID(f"{n:012x}{chance[12:]}")
