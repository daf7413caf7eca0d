"""A printed letter is handed to the gate, which sends it by every way its receiver uses."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.outbound.actions.send_letter import send_letter
from openmso.office.outbound.models import Dispatch
from openmso.office.outbound.piece import FinishedLetter
from openmso.office.timeline.action import action

from ..models import OrderedLetter
from .record_printed import case_of


@action
def hand_to_gate(letter_id: UUID, *, by: Actor, at: datetime) -> list[Dispatch]:
    """Order the sendings of a printed letter, once however often it is asked.

    Paper goes to the address printed on it. Raises OrderedLetter.DoesNotExist for a letter that
    is not printed.
    """
    letter = OrderedLetter.objects.select_related("document").get(
        tenant_id=by.tenant_id, id=letter_id, state=OrderedLetter.State.PRINTED
    )
    return send_letter(case_of(letter), finished(letter), by=by, at=at)


def finished(letter: OrderedLetter) -> FinishedLetter:
    """Return the printed letter as the gate wants it."""
    if letter.document is None:
        raise ValueError(f"letter {letter.id} is not printed")
    printed = letter.content["addressee"]
    return FinishedLetter(
        letter_id=letter.id,
        what=letter.kind,
        file_name=f"{letter.kind}-{letter.id}.pdf",
        content_sha256=letter.document.sha256,
        about_member_id=letter.about_member_id,
        receiver_kind=letter.receiver_kind,
        receiver_id=letter.receiver_id,
        receiver_name=printed["name"],
        postal_lines=tuple(printed["address_lines"]),
        language=letter.language,
        letter_format=letter.letter_format,
    )
