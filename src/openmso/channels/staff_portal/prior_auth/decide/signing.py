"""Carrying out a decision: in earnest, or as a rehearsal that shows the letter and undoes itself.

The rehearsal runs the real action with its whole guard, so what the physician sees before signing
is the letter that will go out, and what would be refused is refused before anybody writes a name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core import signing
from django.db import transaction
from django.utils.safestring import SafeString

from openmso.casework.prior_auth.actions.approve import approve
from openmso.casework.prior_auth.actions.approve_in_part import approve_in_part
from openmso.casework.prior_auth.actions.deny import deny
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.actor import Actor
from openmso.office.letters.composing import compose
from openmso.office.letters.frozen_order import thawed
from openmso.office.letters.html import letter_page
from openmso.office.letters.languages import name_of
from openmso.office.letters.models import OrderedLetter

from ...letters.readers import reader_word
from ..case_file import CaseFile
from .form import Choice, DecisionForm
from .reading import reading_of

_SALT = "what the signer was shown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One letter as it would go out, `to` its reader in the office's word. `language` is the one it
    is written in."""

    title: str
    reader: str
    to: str
    language: str
    page: SafeString
    content_sha256: str
    translation_owed: str


class _Undone(Exception):
    """Ends a rehearsal."""


def carry_out(
    form: DecisionForm, *, shown: dict[str, Any], by: Actor, at: datetime
) -> AuthorizationRequest:
    """Decide the case as the form says. Raises everything the three actions raise."""
    request_id, version = form.file.request.id, form.cleaned_data["version"]
    if form.chosen is Choice.APPROVE:
        return approve(request_id, by=by, at=at, version=version)
    if form.chosen is Choice.DENY:
        return deny(request_id, denial=form.denial(shown), by=by, at=at, version=version)
    return approve_in_part(
        request_id,
        approved=form.quantities(),
        denial=form.denial(shown),
        by=by,
        at=at,
        version=version,
    )


def rehearse(form: DecisionForm, *, by: Actor, at: datetime) -> list[Draft]:
    """Return the letters this decision would send; nothing of it stays. Raises as `carry_out`,
    and what a letter that cannot be written raises."""
    drafts: list[Draft] = []
    try:
        with transaction.atomic():
            done = carry_out(form, shown={}, by=by, at=at)
            drafts = _letters_of(done, at)
            raise _Undone
    except _Undone:
        return drafts


def shown_on_screen(
    file: CaseFile, form: DecisionForm, drafts: Sequence[Draft], *, at: datetime
) -> dict[str, Any]:
    """Return what the signer had before their eyes, as plain values."""
    case = file.request
    reading = reading_of(form.cleaned_data.get("plain_reason", ""))
    return {
        "at": at.isoformat(),
        "version": case.version,
        "typed": form.fingerprint(),
        "criteria_edition": str(case.criteria_edition_id or ""),
        "criteria": {
            point.code: str(file.findings.get(point.code, {}).get("answer", ""))
            for point in file.points
        },
        "documents_opened": sorted(str(document) for document in file.opened),
        "documents": sorted(str(document.id) for document in file.documents),
        "benefit_sections": [str(section.id) for section in form.sections],
        "reading_grade": reading.grade,
        "letters": {f"{draft.reader} {draft.language}": draft.content_sha256 for draft in drafts},
    }


def seal(shown: dict[str, Any], case: AuthorizationRequest, by: Actor) -> str:
    """Return what was shown for a hidden field that nobody can alter."""
    return signing.dumps(shown, salt=f"{_SALT} {case.id} {by.id}")


def unseal(text: str, case: AuthorizationRequest, by: Actor) -> dict[str, Any] | None:
    """Read what was shown back; None when it was altered or belongs elsewhere."""
    try:
        shown: dict[str, Any] = signing.loads(text, salt=f"{_SALT} {case.id} {by.id}")
    except signing.BadSignature:
        return None
    return shown


def _letters_of(case: AuthorizationRequest, at: datetime) -> list[Draft]:
    ordered = OrderedLetter.objects.filter(
        tenant_id=case.tenant_id, case_id=case.id, ordered_at=at
    ).order_by("reader", "id")
    drafts = []
    for letter in ordered:
        composed = compose(thawed(letter.content))
        drafts.append(
            Draft(
                title=composed.title,
                reader=letter.reader,
                to=reader_word(letter.reader),
                language=composed.language,
                page=letter_page(composed, heading_level=3),
                content_sha256=letter.content_sha256,
                translation_owed=name_of(composed.translation_owed),
            )
        )
    return drafts
