"""Files that were sent with a form which is not finished: checked once, kept, and referred to.

What is kept is the cleaned file under its own hash; the form carries a signed note that only this
person can hand in again. A file that nobody sends in the end points to no case.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.core.files.uploadedfile import UploadedFile

from openmso.office.access.actor import Actor
from openmso.office.documents.inspection import FileRefused, Inspected
from openmso.office.documents.scanning import take
from openmso.office.documents.store import FileLost, keep, read

_KEPT_SECONDS = 12 * 60 * 60  # as long as a session can last


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """One checked file; `note` is its signed reference, empty while it is not kept yet."""

    title: str
    file: Inspected
    note: str

    @property
    def size(self) -> str:
        kilobytes = max(1, round(len(self.file.content) / 1024))
        return f"{kilobytes:,} KB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Uploads:
    """What was sent: the good files, and a sentence for each one that cannot be taken."""

    files: tuple[KeptFile, ...]
    refused: tuple[str, ...]

    def for_case(self) -> Sequence[tuple[str, Inspected]]:
        return tuple((one.title, one.file) for one in self.files)


def take_in(sent: "Iterable[UploadedFile[Any]]", notes: Iterable[str], *, by: Actor) -> Uploads:
    """Check new files and find the kept ones again; a note that is not ours is left out."""
    files = [one for note in dict.fromkeys(notes) if (one := _kept(note, by)) is not None]
    refused: list[str] = []
    for upload in sent:
        name = (upload.name or "file")[:120]
        try:
            files.append(KeptFile(title=name, file=take(upload.read()), note=""))
        except FileRefused as refusal:
            refused.append(f"“{name}”: {refusal}")
    return Uploads(files=tuple(files), refused=tuple(refused))


def kept(uploads: Uploads, *, by: Actor) -> Uploads:
    """Keep files that were only checked so far, because the form is shown again after all."""
    files = tuple(
        KeptFile(title=one.title, file=one.file, note=one.note or _note(one.title, one.file, by))
        for one in uploads.files
    )
    return Uploads(files=files, refused=uploads.refused)


def _note(title: str, file: Inspected, by: Actor) -> str:
    facts = {
        "title": title,
        "sha256": keep(file.content),
        "media_type": file.media_type,
        "pages": file.pages,
        "scan": file.scan,
    }
    return signing.dumps(facts, salt=_salt(by))


def _kept(note: str, by: Actor) -> KeptFile | None:
    try:
        facts = signing.loads(note, salt=_salt(by), max_age=_KEPT_SECONDS)
        content = read(facts["sha256"])
    except (signing.BadSignature, FileLost):
        return None
    file = Inspected(
        content=content,
        media_type=facts["media_type"],
        pages=facts["pages"],
        scan=facts["scan"],
    )
    return KeptFile(title=facts["title"], file=file, note=note)


def _salt(by: Actor) -> str:
    return f"practice.upload:{by.id}"
