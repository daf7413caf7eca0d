"""Prints and sends the letters of the invented year, each at its own time.

The same steps as the jobs of the letters and of the gate, with the time of the story instead of the
clock's.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from openmso.casework.appeals.actions.note_letter_sent import (
    note_letter_sent as note_letter_of_appeal,
)
from openmso.casework.appeals.case_kind import APPEAL
from openmso.casework.grievances.actions.note_letter_sent import (
    note_letter_sent as note_letter_of_grievance,
)
from openmso.casework.grievances.case_kind import GRIEVANCE
from openmso.casework.prior_auth.actions.note_letter_sent import note_letter_sent
from openmso.casework.prior_auth.case_kind import PRIOR_AUTH
from openmso.office.access.actor import Actor
from openmso.office.letters.actions.hand_to_gate import hand_to_gate
from openmso.office.letters.actions.record_printed import record_not_printed, record_printed
from openmso.office.letters.composing import compose
from openmso.office.letters.frozen_order import thawed
from openmso.office.letters.jobs import PRINTER
from openmso.office.letters.letter import Letter
from openmso.office.letters.models import OrderedLetter
from openmso.office.letters.pdf import NotRendered, PrintedLetter, print_letter
from openmso.office.outbound.actions.dispatch import record_sent
from openmso.office.outbound.jobs import POST_ROOM, hand_over
from openmso.office.outbound.models import Dispatch
from openmso.office.outbound.piece import CaseOfLetter

_PRINTED_AFTER = timedelta(seconds=40)
_SENT_AFTER = timedelta(minutes=6)
_NOTED = {
    PRIOR_AUTH: note_letter_sent,
    APPEAL: note_letter_of_appeal,
    GRIEVANCE: note_letter_of_grievance,
}
Printed = tuple[Letter, PrintedLetter] | str


def letters_in_the_tray(
    *, since: datetime | None = None, before: datetime | None = None
) -> list[UUID]:
    """Return the letters that wait to be printed, the newest first, ordered in this time."""
    waiting = OrderedLetter.objects.filter(state=OrderedLetter.State.ORDERED)
    if since is not None:
        waiting = waiting.filter(ordered_at__gte=since)
    if before is not None:
        waiting = waiting.filter(ordered_at__lt=before)
    return list(waiting.order_by("-ordered_at", "id").values_list("id", flat=True))


def print_and_send(letter_id: UUID, *, now: datetime) -> None:
    """Print one letter and send it, dated to its story and never after `now`."""
    letter = OrderedLetter.objects.get(id=letter_id)
    printed = _print(letter)
    with transaction.atomic():
        _send(letter, printed, now)


def _print(letter: OrderedLetter) -> Printed:
    try:
        composed = compose(thawed(letter.content))
        return composed, print_letter(composed, created_at=letter.ordered_at)
    except (ValueError, LookupError, NotRendered) as problem:
        return str(problem)


def _send(letter: OrderedLetter, printed: Printed, now: datetime) -> None:
    by = Actor.system(PRINTER, letter.tenant_id)
    at = min(letter.ordered_at + _PRINTED_AFTER, now)
    if isinstance(printed, str):
        record_not_printed(letter.id, problem=printed, by=by, at=at)
        return
    record_printed(letter.id, *printed, by=by, at=at)
    case = CaseOfLetter(letter.case_kind, letter.case_id, letter.tenant_id)
    post_room = Actor.system(POST_ROOM, letter.tenant_id)
    for dispatch in hand_to_gate(letter.id, by=by, at=at):
        sent_at = at
        if dispatch.state != Dispatch.State.SENT:
            sent_at = min(letter.ordered_at + _SENT_AFTER, now)
            proof = hand_over(dispatch)
            record_sent(case, dispatch.id, proof=proof, by=post_room, at=sent_at)
        if dispatch.counts_as_notice and letter.case_kind in _NOTED:
            _NOTED[letter.case_kind](
                letter.case_id,
                kind=letter.kind,
                to=letter.receiver_kind,
                sent_at=sent_at,
                by=post_room,
                at=sent_at,
            )
