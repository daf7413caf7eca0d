"""The one who was called did not answer in time: the next in line is called."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action

from ..domain.states import PageState
from ..models import Page
from ..steps.calling import call_next
from ..steps.locking import locked_page


class NothingDue(RuntimeError):
    """The page was answered, or somebody was called for it a moment ago."""


@action
def escalate(page_id: UUID, *, by: Actor, at: datetime) -> Page:
    """Call the next in line, or record that nobody is left. Raises NothingDue, PageNotFound.

    However often it is run, each step happens once: a second run finds a later time to answer.
    """
    page = locked_page(page_id, by=by)
    if page.state != PageState.WAITING or page.call_next_at is None or at < page.call_next_at:
        raise NothingDue(f"page {page.number} is {page.state}")
    call_next(page, by=by, at=at)
    return page
