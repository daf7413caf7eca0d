"""What a case answers to the questions of the form, by the key of the field."""

from collections.abc import Sequence
from datetime import date

from ..domain.request import Urgency
from ..domain.states import State
from ..domain.validity import ONE_DAY
from ..form_fields import MOST_SERVICES, key_on_line
from ..models import AuthorizationRequest, RequestedService

_DIAGNOSES = 3
_URGENCY = {Urgency.STANDARD: "standard", Urgency.EXPEDITED: "urgent"}


def answers_of(
    request: AuthorizationRequest, services: Sequence[RequestedService], *, papers: int
) -> dict[str, str]:
    """Return the answers as they are printed; what the case does not know stays empty.

    `papers` is how many documents came with it. Nobody's signature is filled in.
    """
    member, practice, doctor = request.member, request.practice, request.practitioner
    last = request.service_until_on - ONE_DAY if request.service_until_on else None
    expedited = request.urgency == Urgency.EXPEDITED
    return {
        "family_name": member.family_name,
        "given_name": member.given_name,
        "birth_date": _day(member.birth_date),
        "member_number": request.coverage.member_number if request.coverage else "",
        "practice_name": practice.name,
        "practice_phone": practice.phone,
        "practice_fax": practice.fax,
        "practitioner": doctor.full_name,
        "practitioner_npi": doctor.npi,
        **_services(services),
        "service_from_on": _day(request.service_from_on),
        "service_until_on": _day(last),
        **_who_gives_the_care(request),
        **_diagnoses(request.diagnoses),
        "urgency": "emergency"
        if request.state == State.EXEMPT
        else _URGENCY[Urgency(request.urgency)],
        "urgency_reason": request.urgency_why if expedited else "",
        "clinical_summary": request.clinical_summary,
        "papers": f"{papers} with the case" if papers else "",
    }


def _services(services: Sequence[RequestedService]) -> dict[str, str]:
    """Give each service its own line; the last line takes what is left."""
    lines = [[one] for one in services[: MOST_SERVICES - 1]]
    if rest := list(services[MOST_SERVICES - 1 :]):
        lines.append(rest)
    answers: dict[str, str] = {}
    for line, on_it in enumerate(lines, start=1):
        answers[key_on_line("code", line)] = "; ".join(one.code for one in on_it)
        answers[key_on_line("description", line)] = "; ".join(one.description for one in on_it)
        answers[key_on_line("quantity", line)] = "; ".join(_amount(one) for one in on_it)
    return answers


def _who_gives_the_care(request: AuthorizationRequest) -> dict[str, str]:
    given_by = request.servicing_practitioner
    if given_by is None:
        return {"servicing_name": request.servicing_name}
    return {
        "servicing_name": request.servicing_name or given_by.full_name,
        "servicing_npi": given_by.npi,
    }


def _diagnoses(codes: Sequence[str]) -> dict[str, str]:
    """Give each code its own line; the last line takes what is left."""
    lines = [*codes[: _DIAGNOSES - 1], ", ".join(codes[_DIAGNOSES - 1 :])]
    return {f"diagnosis_{number}": code for number, code in enumerate(lines, start=1)}


def _amount(service: RequestedService) -> str:
    return f"{service.quantity.normalize():f} x {service.unit}"


def _day(day: date | None) -> str:
    return f"{day:%m/%d/%Y}" if day else ""
