"""Pages as people read them: their own, the newest, one with all its steps."""

from uuid import UUID

from django.db.models import Prefetch

from openmso.office.access.actor import Actor

from .models import CallTaken, Page, PageCall, PageSending

MOST_ROWS = 50


class PageNotFound(LookupError):
    """There is no such page, or call, in this office."""


def newest_pages(viewer: Actor) -> list[Page]:
    """Return the newest pages of the viewer's office. One query."""
    return list(
        Page.objects.filter(tenant_id=viewer.tenant_id).order_by("-asked_at", "id")[:MOST_ROWS]
    )


def my_calls(viewer: Actor) -> list[PageCall]:
    """Return the calls to the viewer with their pages, the newest first. One query."""
    return list(
        PageCall.objects.filter(tenant_id=viewer.tenant_id, account=viewer.id)
        .select_related("page")
        .order_by("-called_at", "id")[:MOST_ROWS]
    )


def page_with_steps(viewer: Actor, page_id: UUID) -> Page:
    """Return a page; its `calls` and their `sendings` are read. Raises PageNotFound. 3 queries."""
    sendings = Prefetch("sendings", PageSending.objects.order_by("way"))
    calls = Prefetch("calls", PageCall.objects.order_by("step").prefetch_related(sendings))
    page = (
        Page.objects.filter(tenant_id=viewer.tenant_id, id=page_id).prefetch_related(calls).first()
    )
    if page is None:
        raise PageNotFound("no such page")
    return page


def page_of_code(viewer: Actor, code: str) -> UUID:
    """Return the page that the short address of a text leads to. Raises PageNotFound."""
    call = PageCall.objects.filter(tenant_id=viewer.tenant_id, code=code).first()
    if call is None:
        raise PageNotFound("no such page")
    return call.page_id


def call_about(page: Page) -> CallTaken | None:
    """Return what the phone desk wrote down, when the page is about a call."""
    return CallTaken.objects.filter(tenant_id=page.tenant_id, id=page.about_id).first()


def call_taken(viewer: Actor, call_id: UUID) -> tuple[CallTaken, Page | None]:
    """Return a call with its page. Raises PageNotFound. Two queries."""
    call = CallTaken.objects.filter(tenant_id=viewer.tenant_id, id=call_id).first()
    if call is None:
        raise PageNotFound("no such call")
    page = Page.objects.filter(tenant_id=viewer.tenant_id, about_id=call.id)
    return call, page.order_by("-asked_at").first()


def newest_calls(viewer: Actor) -> list[CallTaken]:
    """Return the calls the phone desk took, the newest first. One query."""
    calls = CallTaken.objects.filter(tenant_id=viewer.tenant_id)
    return list(calls.order_by("-taken_at", "id")[:MOST_ROWS])


def open_pages_about(tenant_id: UUID, case_id: UUID) -> list[UUID]:
    """Return the pages about a case that nobody has acknowledged, the oldest first. One query."""
    pages = Page.objects.filter(tenant_id=tenant_id, about_id=case_id, acknowledged_at=None)
    return list(pages.order_by("asked_at", "id").values_list("id", flat=True))
