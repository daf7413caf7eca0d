"""A letter was printed, or could not be: the outcome enters the case."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.inspection import PDF, Inspected
from openmso.office.documents.models import Document
from openmso.office.timeline.action import action, record

from ..events import FAILED, PRINTED
from ..for_the_gate import case_of
from ..letter import Letter
from ..models import OrderedLetter
from ..ordered import letter_locked
from ..pdf import PrintedLetter


class AlreadyPrinted(RuntimeError):
    """The letter was printed in the meantime; nothing was changed."""


@action
def record_printed(
    letter_id: UUID, composed: Letter, printed: PrintedLetter, *, by: Actor, at: datetime
) -> OrderedLetter:
    """Keep the paper with the case, once. Raises AlreadyPrinted for the second of two printers."""
    letter = letter_locked(by.tenant_id, letter_id)
    if letter.state == OrderedLetter.State.PRINTED:
        raise AlreadyPrinted(f"letter {letter_id} is printed already")
    case = case_of(letter)
    letter.document = attach(
        case,
        Inspected(content=printed.content, media_type=PDF, pages=printed.pages),
        title=composed.title,
        source=Document.Source.OFFICE,
        received_at=at,
        by=by,
        at=at,
    )
    letter.state, letter.printed_at, letter.problem = OrderedLetter.State.PRINTED, at, ""
    letter.translation_owed, letter.format_owed = composed.translation_owed, composed.format_owed
    letter.official_missing = list(composed.official_missing)
    letter.save(
        update_fields=[
            "document",
            "state",
            "printed_at",
            "problem",
            "translation_owed",
            "format_owed",
            "official_missing",
        ]
    )
    record(
        case,
        PRINTED,
        by=by,
        at=at,
        letter=str(letter.id),
        kind=letter.kind,
        reader=letter.reader,
        sha256=printed.sha256,
        translation_owed=letter.translation_owed,
        official_missing=letter.official_missing,
    )
    return letter


@action
def record_not_printed(letter_id: UUID, *, problem: str, by: Actor, at: datetime) -> None:
    """Keep why a letter could not be printed, for a person to see. A printed one stays printed."""
    letter = letter_locked(by.tenant_id, letter_id)
    if letter.state == OrderedLetter.State.PRINTED:
        raise AlreadyPrinted(f"letter {letter_id} is printed already")
    letter.state, letter.problem = OrderedLetter.State.FAILED, problem[:500]
    letter.save(update_fields=["state", "problem"])
    record(case_of(letter), FAILED, by=by, at=at, letter=str(letter.id), kind=letter.kind)
