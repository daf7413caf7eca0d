"""The requesting doctor by NPI, and the practices where that doctor works."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from openmso.office.access.actor import Actor
from openmso.roster.providers.models import Placement, Practitioner
from openmso.roster.providers.queries import practitioner_by_npi
from openmso.standards.identifiers import NpiNotValid, parse_npi


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticePart:
    """`mistake` is about the doctor; `practices` are (id, name) of where they work on the day."""

    practitioner_id: UUID | None = None
    doctor: str = ""
    practices: tuple[tuple[str, str], ...] = ()
    mistake: str = ""

    def practice_id(self, chosen: str) -> UUID | None:
        """Return the practice meant: the chosen one, or the only one."""
        known = {practice for practice, _ in self.practices}
        if chosen in known:
            return UUID(chosen)
        return UUID(self.practices[0][0]) if len(known) == 1 else None


def practice_part(viewer: Actor, npi: str, *, on: date) -> PracticePart:
    """Look the doctor up; an empty or impossible NPI finds nothing and says nothing here."""
    try:
        number = parse_npi(npi)
    except NpiNotValid:
        return PracticePart()
    doctor = practitioner_by_npi(viewer.tenant_id, number)
    if doctor is None:
        return PracticePart(
            mistake=f"We know no doctor with the NPI {number}. Check it, or ask your "
            "administrator to add the doctor."
        )
    practices = _practices_of(doctor, on)
    return PracticePart(
        practitioner_id=doctor.id,
        doctor=", ".join(filter(None, (doctor.full_name, doctor.specialty))),
        practices=practices,
        mistake=""
        if practices
        else f"{doctor.full_name} works at no practice we know on that day. Ask your "
        "administrator to place the doctor.",
    )


def _practices_of(doctor: Practitioner, on: date) -> tuple[tuple[str, str], ...]:
    rows = (
        Placement.objects.filter(
            Q(until_on=None) | Q(until_on__gt=on),
            tenant_id=doctor.tenant_id,
            practitioner_id=doctor.id,
            from_on__lte=on,
        )
        .order_by("practice__name", "practice_id")
        .values_list("practice_id", "practice__name", "practice__city")
    )
    return tuple((str(practice), f"{name}, {city}".strip(", ")) for practice, name, city in rows)
