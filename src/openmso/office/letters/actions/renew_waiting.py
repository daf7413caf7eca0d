"""A letter that waited for official wording gets it, now that it is loaded."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.jobs.queue import enqueue
from openmso.office.timeline.action import action, record

from ..events import RENDER, WORDING_ADDED
from ..for_the_gate import case_of
from ..frozen_fields import fingerprint
from ..frozen_order import frozen, thawed
from ..models import OrderedLetter
from ..queries import loaded_wordings


@action
def renew_waiting(letter_id: UUID, *, by: Actor, at: datetime) -> OrderedLetter:
    """Put the official wording of the letter's own day into it, and print it again.

    Everything else stays as it was ordered. Only for a letter that nobody has been sent yet: see
    `queries.waiting_for_wording`. Raises OrderedLetter.DoesNotExist for any other.
    """
    letter = (
        OrderedLetter.objects.select_for_update()
        .exclude(official_missing=[])
        .get(tenant_id=by.tenant_id, id=letter_id, state=OrderedLetter.State.PRINTED)
    )
    order = thawed(letter.content)
    texts = loaded_wordings(letter.tenant_id, order.sent_on)
    letter.content = frozen(replace(order, official_texts=texts))
    letter.content_sha256 = fingerprint(letter.content)
    letter.state = OrderedLetter.State.ORDERED
    letter.save(update_fields=["content", "content_sha256", "state"])
    record(case_of(letter), WORDING_ADDED, by=by, at=at, letter=str(letter.id), kind=letter.kind)
    enqueue(RENDER, letter_id=letter.id)
    return letter
