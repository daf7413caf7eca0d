"""The second request of a fax: which pages of which case it is keyed from.

It travels sealed through the address and the form, good only for the person who chose the pages.
Nothing about the case changes until the request is sent.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core import signing

from openmso.channels.ui.words_for_time import staff_date, staff_time
from openmso.office.access.actor import Actor
from openmso.office.documents.models import Document
from openmso.office.documents.pages import in_words
from openmso.office.tenants.queries import tenant_by_id

FIELD = "split"
_SALT = "second request of a fax"


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondRequest:
    """`pages` count from 1. `seal` is what the form carries."""

    request_id: UUID
    document: Document
    pages: tuple[int, ...]
    seal: str
    viewer: Actor

    @property
    def sentence(self) -> str:
        zone = tenant_by_id(self.viewer.tenant_id).zone
        pages = "page" if len(self.pages) == 1 else "pages"
        return (
            f'Keyed from {pages} {in_words(self.pages)} of "{self.document.title}", received '
            f"{staff_time(self.document.received_at, zone)}. That time counts for both cases; a "
            "time typed below does not change it."
        )

    def typed_already(self) -> dict[str, Any]:
        """Return what the keying form starts with."""
        zone = tenant_by_id(self.viewer.tenant_id).zone
        arrived = self.document.received_at.astimezone(zone)
        return {
            "channel": self.document.source,
            "received_on": staff_date(arrived.date()),
            "received_time": f"{arrived:%I:%M %p}".lstrip("0"),
        }


def seal(request_id: UUID, document_id: UUID, pages: tuple[int, ...], by: Actor) -> str:
    """Return the choice of pages for an address."""
    chosen = [str(request_id), str(document_id), list(pages)]
    return signing.dumps(chosen, salt=f"{_SALT} {by.id}", compress=True)


def unsealed(text: str, by: Actor) -> SecondRequest | None:
    """Read it back; None when it was altered or is another person's. One query.

    The file may have left the case since: whoever sends the request is told then.
    """
    try:
        request_id, document_id, pages = signing.loads(text, salt=f"{_SALT} {by.id}")
    except (signing.BadSignature, ValueError):
        return None
    document = Document.objects.filter(tenant_id=by.tenant_id, id=document_id).first()
    if document is None:
        return None
    return SecondRequest(
        request_id=UUID(request_id), document=document, pages=tuple(pages), seal=text, viewer=by
    )
