"""Uploaded files that survive a form with mistakes.

Each file is inspected and its bytes stored under their hash at once; the form carries a signed
list of what was taken, good only for the person who sent it. Nothing points to a file of a form
that is never sent.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.core import signing
from django.core.files.uploadedfile import UploadedFile

from openmso.channels.ui.forms import Form, UploadField
from openmso.channels.ui.forms.papers import PAPERS
from openmso.office.access.actor import Actor
from openmso.office.documents import store
from openmso.office.documents.inspection import MAXIMUM_BYTES, FileRefused, Inspected
from openmso.office.documents.scanning import take

MOST_FILES = 10
ACCEPTED = PAPERS
_SALT = "staff portal uploads"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One file that was taken."""

    title: str
    digest: str
    media_type: str
    pages: int | None
    size: int
    scan: str

    def reopened(self) -> tuple[str, Inspected]:
        """Return the file for an action. Raises FileLost when its bytes are gone."""
        content = store.read(self.digest)
        return self.title, Inspected(
            content=content, media_type=self.media_type, pages=self.pages, scan=self.scan
        )


def files_field(label: str = "Pages and documents") -> UploadField:
    """Return the field of a form that takes papers."""
    return UploadField(
        label=label,
        max_bytes=MAXIMUM_BYTES,
        max_files=MOST_FILES,
        required=False,
        accept=ACCEPTED,
        help_text="PDF, PNG, JPEG, TIFF or plain text; at most "
        f"{MAXIMUM_BYTES // (1024 * 1024)} MB a file, {MOST_FILES} files.",
    )


def take_in(
    files: Iterable["UploadedFile[Any]"], before: Sequence[Kept]
) -> tuple[list[Kept], list[str]]:
    """Inspect and store new files; return all that are kept, and a sentence for each refused one.

    The same file chosen twice is kept once.
    """
    kept, refused = list(before), []
    for file in files:
        try:
            inspected = take(file.read())
        except FileRefused as refusal:
            refused.append(f'"{file.name}": {refusal}')
            continue
        digest = store.keep(inspected.content)
        if all(one.digest != digest for one in kept):
            kept.append(
                Kept(
                    title=(file.name or "document")[:120],
                    digest=digest,
                    media_type=inspected.media_type,
                    pages=inspected.pages,
                    size=len(inspected.content),
                    scan=inspected.scan,
                )
            )
    return kept, refused


def one_file(
    form: Form, kept_before: str, *, needed: bool, by: Actor
) -> tuple[Inspected | None, list[Kept]]:
    """Take in the file of the field `paper`, also when the form has mistakes: nobody chooses it
    twice. `kept_before` is the signed list that the form carries; what is wrong goes beside the
    field. A form without that field has no file."""
    form.is_valid()
    if "paper" not in form.fields:
        return None, []
    kept, refused = take_in(form.cleaned_data.get("paper") or (), read_signed(kept_before, by))
    for sentence in refused:
        form.add_error("paper", sentence)
    if needed and not kept and not refused:
        form.add_error("paper", "Choose the file.")
    return (kept[-1].reopened()[1] if kept else None), kept


def paper_field(label: str) -> UploadField:
    """Return the field of a form that takes one paper."""
    return UploadField(
        label=label,
        max_bytes=MAXIMUM_BYTES,
        required=False,
        accept=ACCEPTED,
        help_text="PDF, PNG, JPEG, TIFF or plain text.",
    )


def signed(kept: Sequence[Kept], by: Actor) -> str:
    """Return the list for a hidden field."""
    return signing.dumps([asdict(one) for one in kept], salt=f"{_SALT} {by.id}")


def read_signed(text: str, by: Actor) -> list[Kept]:
    """Read the list back; an altered one, or another person's, is empty."""
    try:
        return [Kept(**one) for one in signing.loads(text, salt=f"{_SALT} {by.id}")]
    except (signing.BadSignature, TypeError):
        return []
