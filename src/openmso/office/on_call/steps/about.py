"""The case a page is about, as the timeline wants to see it."""

from dataclasses import dataclass
from uuid import UUID

from ..models import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutLine:
    id: UUID
    tenant_id: UUID
    case_kind: str


def about(page: Page) -> AboutLine:
    """Return the case, so that what happens on call is read there too."""
    return AboutLine(id=page.about_id, tenant_id=page.tenant_id, case_kind=page.about_kind)
