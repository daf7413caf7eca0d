"""The practice's request form, filled in completely, as its page would send it."""

from datetime import date
from secrets import token_urlsafe
from typing import Any

from factories.prior_auth import MRI, World

ADDRESS = "/practice/requests/new/"


def complete_form(world: World, receipt: str, *, day: date, **changed: Any) -> dict[str, Any]:
    """Return the fields; `receipt` names the patient, `day` is the day of the service."""
    code = changed.get("code", MRI)
    return {
        "client_key": token_urlsafe(18),
        "receipt": receipt,
        "practitioner": str(world.practitioner.id),
        "code": code,
        "description": "As the doctor wrote it",
        "quantity": "1",
        "service_from_on": f"{day:%m/%d/%Y}",
        "diagnosis_1": "M54.50",
        "urgency": "standard",
        "clinical_summary": "Pain for three months.",
        "questions_for": f"{world.edition.id}~{code}~{day.isoformat()}",
        "point_1": "met",
        "point_2": "no_information",
    } | changed
