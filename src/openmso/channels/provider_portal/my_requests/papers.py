"""The papers and letters of one request, as its practice may open them."""

from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse

from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.channels.ui.presenters.facts import Paper
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.documents.models import Document
from openmso.office.letters.models import OrderedLetter
from openmso.office.letters.queries import letters_of

_KINDS = {"application/pdf": "PDF", "text/plain": "Text"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """`href` is empty until the letter is printed."""

    name: str
    written: str
    href: str


def letters_shown(case: AuthorizationRequest, zone: ZoneInfo) -> list[LetterLine]:
    """Present the letters to this practice, without those that could not be made."""
    return [
        LetterLine(
            name=one.kind.replace("_", " ").capitalize(),
            written=staff_time(one.ordered_at, zone),
            href=reverse("practice:letter", args=[one.id]) if one.document else "",
        )
        for one in letters_of(case.tenant_id, case.id)
        if one.receiver_id == case.practice_id and one.state != OrderedLetter.State.FAILED
    ]


def paper_shown(one: Document, case_id: UUID, zone: ZoneInfo) -> Paper:
    """Present one paper; one that is held back cannot be opened."""
    return Paper(
        name=one.title,
        kind=_KINDS.get(one.media_type, "Picture"),
        received=staff_time(one.received_at, zone),
        pages=f"{one.pages} page" + ("" if one.pages == 1 else "s") if one.pages else "",
        scan=one.get_scan_display(),
        scan_ok=one.scan == Document.Scan.CLEAN,
        href="" if one.is_held_back else reverse("practice:document", args=[case_id, one.id]),
    )
