"""The form as PDF, from the same list of fields as the portal and the desk."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from openmso.office.content.models import ContactLine
from openmso.office.content.queries import contact_lines, line_for
from openmso.office.documents.queries import papers_received
from openmso.office.law import office_calendar
from openmso.office.letters.plain_signs import plain_signs
from openmso.office.letters.typesetting import NotRendered, typeset
from openmso.office.tenants.queries import tenant_by_id
from openmso.roster.plans.models import Ipa
from openmso.roster.plans.queries import ipas_of

from ..form_fields import SECTIONS, FormField, Kind
from ..models import AuthorizationRequest
from .filling import answers_of

LAYOUT = Path(__file__).with_name("form.typ")
TITLE = "Authorization Request Form"
_NUMBERS = (ContactLine.Purpose.UM_FAX, ContactLine.Purpose.UTILIZATION_MANAGEMENT)
_WHOLE, _HALF, _THIRD = 6, 3, 2
_WIDE = frozenset({Kind.LINES, Kind.CHOICE, Kind.CHECK, Kind.FILES})


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperForm:
    """`ipas` are offered to be ticked when the form is no single IPA's.

    `answers` go by the key of the field; `reference` is the number of the case they come from.
    """

    office: str
    ipas: tuple[str, ...]
    numbers: tuple[tuple[str, str], ...]
    answers: Mapping[str, str] = field(default_factory=dict)
    reference: str = ""


def blank_form(tenant_id: UUID, ipa: Ipa | None, *, at: datetime) -> PaperForm:
    """Return the empty form of one IPA, or of the office with its IPAs to choose from."""
    return PaperForm(
        office=ipa.signs_as if ipa else tenant_by_id(tenant_id).legal_name,
        ipas=() if ipa else tuple(each.name for each in ipas_of(tenant_id)),
        numbers=_numbers(tenant_id, office_calendar(tenant_id).local(at).date()),
    )


def form_of_case(request: AuthorizationRequest, *, at: datetime) -> PaperForm:
    """Return the form filled in with what a case says. Its people must be loaded with it."""
    tenant_id = request.tenant_id
    papers = len(papers_received(tenant_id, request.id))
    return PaperForm(
        office=request.ipa.signs_as if request.ipa else tenant_by_id(tenant_id).legal_name,
        ipas=(),
        numbers=_numbers(tenant_id, office_calendar(tenant_id).local(at).date()),
        answers=answers_of(request, list(request.services.order_by("line")), papers=papers),
        reference=request.number,
    )


def print_form(form: PaperForm, *, created_at: datetime) -> bytes:
    """Return the form as PDF (PDF/UA-1); the same form and instant give the same bytes.

    Unlike a letter it is a copy of what others typed: a sign that no font of ours has (an emoji)
    is printed as a question mark instead of stopping the paper.
    """
    try:
        return typeset(LAYOUT, _data(form), created_at=created_at)
    except NotRendered:
        plain = {key: plain_signs(answer) for key, answer in form.answers.items()}
        return typeset(LAYOUT, _data(replace(form, answers=plain)), created_at=created_at)


def _numbers(tenant_id: UUID, on: date) -> tuple[tuple[str, str], ...]:
    lines = contact_lines(tenant_id, on)
    found = (line_for(lines, purpose) for purpose in _NUMBERS)
    return tuple((line.label, line.voice) for line in found if line)


def _data(form: PaperForm) -> dict[str, Any]:
    return {
        "title": f"{TITLE} {form.reference}".strip(),
        "heading": TITLE,
        "office": form.office,
        "reference": form.reference,
        "ipas": list(form.ipas),
        "numbers": [{"label": label, "number": number} for label, number in form.numbers],
        "sections": [
            {
                "title": section.title,
                "fields": [_field(one, form.answers.get(one.key, "")) for one in section.fields],
            }
            for section in SECTIONS
        ],
    }


def _field(one: FormField, answer: str) -> dict[str, Any]:
    # Without the hints: they speak of typing and of files.
    return {
        "kind": one.kind.value,
        "label": one.label,
        "required": one.required,
        "sixths": _sixths(one),
        "answer": answer,
        "choices": [
            {
                "label": choice.label,
                "explanation": choice.explanation,
                "chosen": choice.value == answer,
            }
            for choice in one.choices
        ],
    }


def _sixths(one: FormField) -> int:
    """Return how much of the page's width an answer gets; a service stands on one line."""
    return _WHOLE if one.kind in _WIDE else _THIRD if one.of_one_service else _HALF
