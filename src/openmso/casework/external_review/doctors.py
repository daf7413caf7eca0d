"""Which doctors may hold records about the care in dispute, and who of them is in the network."""

from datetime import date

from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.roster.providers.models import Practice, Practitioner
from openmso.roster.providers.queries import in_network

from .domain.packet import Doctor


def doctors_of(request: AuthorizationRequest, *, on: date) -> tuple[Doctor, ...]:
    """Return the doctors whom the request knows, the one who asked first.

    Somebody named only as who would have given the care never gave it, and holds no records.
    """
    practice = request.practice
    found = [_known(request.practitioner, request, place_of(practice), on=on)]
    given_by = request.servicing_practitioner
    if given_by is not None and given_by.id != request.practitioner_id:
        found.append(_known(given_by, request, given_by.phone, on=on))
    return tuple(found)


def place_of(practice: Practice) -> str:
    """Return where to ask a practice: name, address and numbers on one line."""
    street = ", ".join(
        filter(None, (practice.address_line, practice.city, practice.state, practice.postal_code))
    )
    numbers = [practice.phone and f"phone {practice.phone}", practice.fax and f"fax {practice.fax}"]
    return "; ".join(filter(None, (practice.name, street, *numbers)))


def _known(doctor: Practitioner, request: AuthorizationRequest, place: str, *, on: date) -> Doctor:
    inside = request.ipa_id is not None and in_network(
        request.tenant_id, doctor.id, request.ipa_id, on
    )
    return Doctor(name=doctor.full_name, in_network=inside, place=place)
