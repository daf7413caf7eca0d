"""The cases behind a number, for those who may open them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from openmso.casework.inpatient.admissions.case_kind import ADMISSION
from openmso.casework.inpatient.admissions.queries import visible as stays
from openmso.casework.prior_auth.queries import visible as requests
from openmso.office.access.actor import Actor
from openmso.office.statement import is_any
from openmso.office.timeline.case_kinds import kind_of
from openmso.oversight.reports.behind import Behind


@dataclass(frozen=True, slots=True)
class CaseLink:
    number: str
    href: str


def links_to(viewer: Actor, behind: Sequence[Behind]) -> list[CaseLink]:
    """Return links to those of the cases that this viewer may see. At most two queries."""
    seen = set()
    for kind, visible in ((ADMISSION, stays), (None, requests)):
        ids = [one.id for one in behind if (one.kind == ADMISSION) == (kind == ADMISSION)]
        if ids:
            seen |= set(visible(viewer).filter(is_any("id", ids)).values_list("id", flat=True))
    return [
        CaseLink(one.number, reverse(kind_of(one.kind).page, args=[one.id]))
        for one in behind
        if one.id in seen
    ]
