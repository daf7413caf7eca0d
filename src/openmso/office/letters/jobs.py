"""Prints ordered letters and hands them to the gate.

Safe to run twice and to be killed anywhere: the rows know what is done. What leaves, and by
which way, is the gate's business.
"""

from uuid import UUID

from django.conf import settings

from openmso.office.access.actor import Actor
from openmso.office.clock import now
from openmso.office.jobs.queue import job

from .actions.hand_to_gate import hand_to_gate
from .actions.record_printed import (
    AlreadyPrinted,
    record_not_printed,
    record_printed,
)
from .composing import compose
from .events import RENDER
from .frozen_fields import fingerprint
from .frozen_order import thawed
from .models import OrderedLetter
from .ordered import letter_ordered
from .pdf import NotRendered, print_letter

PRINTER = "Letter printer"


def may_leave_without_official_wording() -> bool:
    """Tell whether this installation lets a letter out before its official papers are loaded.

    Only a demo does; in operation such a letter waits on the letters page.
    """
    return bool(getattr(settings, "LETTERS_MAY_LEAVE_WITHOUT_OFFICIAL_WORDING", False))


class ContentChanged(ValueError):
    """What is stored is not what was ordered."""


@job(RENDER)
def render(letter_id: str, tenant_id: str = "") -> None:
    """Print one letter and keep the paper; a letter that cannot be printed says why.

    The queue works for the office of `tenant_id`; an order from before the office was named there
    has none.
    """
    del tenant_id
    letter = letter_ordered(UUID(letter_id))
    by, at = Actor.system(PRINTER, letter.tenant_id), now()
    if letter.state != OrderedLetter.State.PRINTED:
        try:
            if fingerprint(letter.content) != letter.content_sha256:
                raise ContentChanged("the stored content no longer matches its fingerprint")
            composed = compose(thawed(letter.content))
            # Dated by the order, so that a second try gives the same bytes.
            printed = print_letter(composed, created_at=letter.ordered_at)
            letter = record_printed(letter.id, composed, printed, by=by, at=at)
        except AlreadyPrinted:
            return
        except (ValueError, LookupError, NotRendered) as problem:
            record_not_printed(letter.id, problem=str(problem), by=by, at=at)
            return
    if letter.official_missing and not may_leave_without_official_wording():
        return
    hand_to_gate(letter.id, by=by, at=at)
