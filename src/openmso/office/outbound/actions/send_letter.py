"""A finished letter is given to the gate: it chooses the ways, and what leaves follows by job."""

from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import Recorded, action

from ..interfaces import wiring
from ..models import Dispatch
from ..piece import FinishedLetter
from ..ways import PORTAL, is_the_notice, ways_to
from .dispatch import order_dispatch, record_sent

PUBLISHED = "published in the portal"


@action
def send_letter(
    case: Recorded, letter: FinishedLetter, *, by: Actor, at: datetime
) -> list[Dispatch]:
    """Order every sending this receiver wants; call it in the transaction that finished the letter.

    Safe to call twice: each way is ordered once. The portal copy is out at once, mail and fax
    leave by job after the commit. The postal lines are those printed on the letter. Raises
    LookupError when the receiver is not known.
    """
    address = wiring.book().address_of(case.tenant_id, letter.receiver_kind, letter.receiver_id)
    ways = ways_to(letter.receiver_kind, address)
    ordered: list[Dispatch] = []
    for way in ways:
        dispatch = order_dispatch(
            case,
            letter,
            fax=address.fax,
            way=way,
            counts_as_notice=is_the_notice(way, ways, letter.receiver_kind),
            by=by,
            at=at,
        )
        if way == PORTAL:
            dispatch = record_sent(case, dispatch.id, proof=PUBLISHED, by=by, at=at)
        ordered.append(dispatch)
    return ordered
