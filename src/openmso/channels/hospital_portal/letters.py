"""The letters that a hospital got about a case, and their papers."""

from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openmso.channels.ui.words_for_time import staff_time
from openmso.office.documents.store import FileLost, read
from openmso.office.letters.letter import Kind
from openmso.office.letters.models import OrderedLetter
from openmso.office.letters.queries import letters_of

from .visit import Visit

_NAMES = {
    Kind.HOSPITAL_APPROVAL: _("Approval"),
    Kind.HOSPITAL_DISAGREEMENT: _("Our physician disagrees"),
    Kind.PLAN_RESPONSIBLE: _("The plan is responsible"),
    Kind.STAY_DAYS_APPROVED: _("Days approved"),
    Kind.STAY_DAYS_REFUSED: _("Further days refused"),
}
_LETTER = _("Letter")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterHere:
    """One letter. `id` is None until it is printed."""

    id: UUID | None
    name: str | Promise
    written: str


def letters_here(visit: Visit, case_id: UUID, zone: ZoneInfo) -> list[LetterHere]:
    """Return what this hospital was written about a case, the oldest first. One query."""
    return [
        LetterHere(
            id=one.id if one.document else None,
            name=_NAMES.get(Kind(one.kind), _LETTER),
            written=staff_time(one.ordered_at, zone),
        )
        for one in _written_to(visit, case_id)
    ]


def paper_of(visit: Visit, case_id: UUID, letter_id: UUID) -> bytes:
    """Return a letter as it was printed. Raises Http404 for any other than this hospital's own."""
    for one in _written_to(visit, case_id):
        if one.id == letter_id and one.document is not None:
            try:
                return read(one.document.sha256)
            except FileLost:
                break
    raise Http404


def _written_to(visit: Visit, case_id: UUID) -> list[OrderedLetter]:
    written = letters_of(visit.tenant_id, case_id)
    return [one for one in written if one.receiver_id == visit.hospital_id]
