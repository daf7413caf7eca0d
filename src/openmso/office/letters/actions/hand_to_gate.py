"""A printed letter is handed to the gate, which sends it by every way its receiver uses."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.outbound.actions.send_letter import send_letter
from openmso.office.outbound.models import Dispatch
from openmso.office.timeline.action import action

from ..for_the_gate import case_of, finished
from ..ordered import letter_printed


@action
def hand_to_gate(letter_id: UUID, *, by: Actor, at: datetime) -> list[Dispatch]:
    """Order the sendings of a printed letter, once however often it is asked.

    Paper goes to the address printed on it. Raises OrderedLetter.DoesNotExist for a letter that
    is not printed.
    """
    letter = letter_printed(by.tenant_id, letter_id)
    return send_letter(case_of(letter), finished(letter), by=by, at=at)
