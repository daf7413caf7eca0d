"""A request form as a practice fills it in."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from .pages_read import form_of

NEW = "/practice/requests/new/"
NOTE = b"Six weeks of physical therapy without relief. Weakness of the left leg."


def note(name: str = "note.txt", content: bytes = NOTE) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def receipt_for(practice: Client, **typed: str) -> str:
    """Check eligibility and return the number of the receipt."""
    asked = {"family_name": "Quintero", "birth_date": "03/14/1958", "for_date": "12/01/2026"}
    page = practice.post("/practice/eligibility/", asked | typed).content.decode()
    return page.split("<strong>E-")[1].split("</strong>")[0].join(("E-", ""))


def filled_in(practice: Client, code: str = "E0143", **typed: Any) -> dict[str, Any]:
    """Return a form that is ready to be sent, for the patient of a fresh receipt."""
    page = practice.get(NEW, {"receipt": receipt_for(practice), "code": code})
    sent = form_of(page) | {
        "code": code,
        "service_from_on": "12/01/2026",
        "diagnosis_1": "M54.50",
        "clinical_summary": "Low back pain for three months.",
        "point_1": "met",
        "point_2": "met",
    }
    return sent | typed
