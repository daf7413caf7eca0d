"""A letter, call or message between us and the outside body, whichever way it went."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.inspection import Inspected
from openmso.office.timeline.action import action

from ..domain.ruling import NotPossible
from ..models import OutsideContact
from ..steps.letters_from_outside import keep_letter, log_contact
from ..steps.locking import locked


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """`direction` and `way` are words of OutsideContact. `letter` is kept as it came."""

    direction: str
    way: str
    about: str
    happened_at: datetime
    letter: Inspected | None = None


@action
def note_contact(review_id: UUID, contact: Contact, *, by: Actor, at: datetime) -> OutsideContact:
    """Write it into the outside body's log and on the timeline of the case.

    Raises NotPossible for a time to come, ReviewNotFound, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    if contact.happened_at > at:
        raise NotPossible("This time has not come yet.")
    case = locked(review_id, by=by)
    document = None
    if contact.letter is not None:
        document = keep_letter(
            case,
            contact.letter,
            title=contact.about,
            way=contact.way,
            received_at=contact.happened_at,
            by=by,
            at=at,
        )
    return log_contact(
        case,
        direction=contact.direction,
        way=contact.way,
        about=contact.about,
        happened_at=contact.happened_at,
        document=document,
        by=by,
        at=at,
    )
