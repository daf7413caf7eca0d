"""A paper belongs to one case at a time; here it goes from one to another."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from django.db.models import QuerySet

from openmso.office.timeline.action import Recorded

from .models import Document

WHOLE_FILE = "whole_file"
"""The kind under which a file that was split is kept; its own id stands in for a case."""


@dataclass(frozen=True, slots=True)
class NoCase:
    """Where a file goes that was split: it stays as it arrived and is no case's any more."""

    tenant_id: UUID
    id: UUID
    case_kind: ClassVar[str] = WHOLE_FILE


def move_to_case(papers: QuerySet[Document], to: Recorded) -> int:
    """Put these papers on a case of the same office and return how many there were.

    The action that calls this writes the line of history.
    """
    return papers.filter(tenant_id=to.tenant_id).update(case_kind=to.case_kind, case_id=to.id)
