"""Files that a hospital has chosen and not sent yet: kept while it looks its form over.

Each is inspected and stored under its hash at once; the form carries a signed list of them, good
only for this hospital's visit. Nothing points to a file of a form that is never sent.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.core import signing

from openmso.office.documents import store
from openmso.office.documents.inspection import FileRefused, Inspected
from openmso.office.documents.scanning import take

from .visit import Visit

FACE_SHEET, CLINICALS = "face_sheet", "clinicals"
_SALT = "hospital page files"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """One file that was taken; `part` says which field it belongs to."""

    part: str
    title: str
    digest: str
    media_type: str
    pages: int | None
    scan: str

    def reopened(self) -> Inspected:
        """Return the file for an action. Raises FileLost when its bytes are gone."""
        return Inspected(
            content=store.read(self.digest),
            media_type=self.media_type,
            pages=self.pages,
            scan=self.scan,
        )


def taken(part: str, files: Iterable[Any]) -> tuple[list[KeptFile], list[str]]:
    """Inspect and store new files; return them, and a sentence for each that was refused."""
    kept: list[KeptFile] = []
    refused: list[str] = []
    for file in files:
        try:
            inspected = take(file.read())
        except FileRefused as refusal:
            refused.append(f'"{file.name}": {refusal}')
            continue
        kept.append(
            KeptFile(
                part=part,
                title=(file.name or "document")[:120],
                digest=store.keep(inspected.content),
                media_type=inspected.media_type,
                pages=inspected.pages,
                scan=inspected.scan,
            )
        )
    return kept, refused


def of_part(kept: Sequence[KeptFile], part: str) -> list[KeptFile]:
    """Return the files of one field, each once."""
    found = {one.digest: one for one in kept if one.part == part}
    return list(found.values())


def signed(kept: Sequence[KeptFile], visit: Visit) -> str:
    """Return the list for a hidden field."""
    return signing.dumps([asdict(one) for one in kept], salt=_salt(visit))


def read_signed(text: str, visit: Visit) -> list[KeptFile]:
    """Read the list back; an altered one, or another visit's, is empty."""
    try:
        return [KeptFile(**one) for one in signing.loads(text, salt=_salt(visit))]
    except (signing.BadSignature, TypeError):
        return []


def _salt(visit: Visit) -> str:
    return f"{_SALT} {visit.hospital_id} {visit.until.isoformat()}"
