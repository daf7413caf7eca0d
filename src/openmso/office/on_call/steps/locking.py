"""Reading a page that is about to change, so that two changes at once come one after the other."""

from uuid import UUID

from openmso.office.access.actor import Actor

from ..models import Page
from ..pages import PageNotFound


def locked_page(page_id: UUID, *, by: Actor) -> Page:
    """Lock and return a page of the office of `by`; raises PageNotFound."""
    page = Page.objects.select_for_update().filter(tenant_id=by.tenant_id, id=page_id).first()
    if page is None:
        raise PageNotFound("no such page")
    return page
