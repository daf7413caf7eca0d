"""The page of a case that was opened in an emergency: everything to read, nothing to do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.urls import reverse

from openmso.channels.ui.presenters.facts import Fact, Paper
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.actor import Actor
from openmso.office.emergency_access.models import EmergencyAccess
from openmso.office.tenants.queries import tenant_by_id

from ..prior_auth.case_file import CaseFile
from ..prior_auth.review.page import CasePage, case_page


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPage:
    """`facts` and `papers` lead nowhere that stays closed to the reader."""

    case: CasePage
    facts: Sequence[Fact]
    papers: Sequence[Paper]
    until: str


def reading_page(
    file: CaseFile, access: EmergencyAccess, *, viewer: Actor, at: datetime
) -> ReadingPage:
    """Put the file into words for somebody who was let in for a while."""
    page = case_page(file, viewer=viewer, at=at)
    return ReadingPage(
        case=page,
        facts=[replace(fact, href="", change_href="") for fact in page.facts],
        papers=[
            replace(paper, href=_address(access, document.id) if paper.href else "")
            for paper, document in zip(page.papers, file.documents, strict=True)
        ],
        until=staff_time(access.until_at, tenant_by_id(viewer.tenant_id).zone),
    )


def _address(access: EmergencyAccess, document_id: object) -> str:
    ids = {"access_id": access.id, "document_id": document_id}
    return reverse("staff:emergency_document", kwargs=ids)
