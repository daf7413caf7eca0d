"""The primary care doctors that the files name: of new coverage, and changes of coverage we know.

What a file says of a member's doctor is the health plan's answer to a wish for another one.
"""

from collections.abc import Iterator, Mapping
from uuid import UUID

from openmso.roster.eligibility.actions.change_doctor import change_doctor
from openmso.roster.eligibility.queries import spans_with_another_doctor
from openmso.roster.members.queries import members_by_source
from openmso.roster.pcp_changes.matching import match_answers
from openmso.roster.providers.queries import practitioners_known
from openmso.standards.fhir.elements import (
    Resource,
    identifier,
    parts,
    reference_id,
    resource_id,
    text_at,
)
from openmso.standards.fhir.ndjson import files_of, lines_of

from .counts import Loaded
from .network import NPI_SYSTEM, practitioner_source
from .order import LoadOrder, batches
from .patient import SOURCE_SYSTEM


def doctors_named(order: LoadOrder) -> dict[str, UUID]:
    """Return our id of each patient's doctor, by the patient's id; of doctors we know only."""
    named = dict(_named(order))
    known = practitioners_known(order.by.tenant_id, set(named.values()))
    return {patient: known[doctor] for patient, doctor in named.items() if doctor in known}


def learn_doctors(order: LoadOrder, loaded: Loaded, doctors: Mapping[str, UUID]) -> None:
    """Correct the doctor of coverage we knew before, then answer the open wishes."""
    tenant_id = order.by.tenant_id
    for batch in batches(doctors.items()):
        members = members_by_source(tenant_id, SOURCE_SYSTEM, [patient for patient, _ in batch])
        told = {members[patient]: doctor for patient, doctor in batch if patient in members}
        for span_id, doctor_id in spans_with_another_doctor(tenant_id, told, on=order.on):
            change_doctor(span_id, doctor_id, by=order.by, at=order.at)
            loaded.doctors_changed += 1
    loaded.wishes_answered = match_answers(on=order.on, by=order.by, at=order.at)


def _named(order: LoadOrder) -> Iterator[tuple[str, str]]:
    for path in files_of(order.folder, "Patient"):
        for line in lines_of(path, "Patient"):
            doctor = doctor_of(line.resource) if line.resource else ""
            if line.resource and doctor:
                yield resource_id(line.resource), doctor


def doctor_of(patient: Resource) -> str:
    """Return the NPI of the patient's doctor, else the doctor's source in the file; "" for none."""
    for doctor in parts(patient, "generalPractitioner"):
        npi = identifier({"identifier": [doctor.get("identifier")]}, NPI_SYSTEM)
        reference = reference_id(text_at(doctor, "reference"))
        if npi or reference:
            return npi or practitioner_source(reference)
    return ""
