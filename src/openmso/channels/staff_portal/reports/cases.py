"""The cases behind a number, for those who may open them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from openmso.casework.appeals.case_kind import APPEAL
from openmso.casework.appeals.queries import visible as appeals
from openmso.casework.grievances.case_kind import GRIEVANCE
from openmso.casework.grievances.queries import visible as grievances
from openmso.casework.inpatient.admissions.case_kind import ADMISSION
from openmso.casework.inpatient.admissions.queries import visible as stays
from openmso.casework.prior_auth.case_kind import PRIOR_AUTH
from openmso.casework.prior_auth.queries import visible as requests
from openmso.office.access.actor import Actor
from openmso.office.statement import is_any
from openmso.office.timeline.case_kinds import kind_of
from openmso.oversight.reports.behind import Behind

_VISIBLE: dict[str, Callable[[Actor], QuerySet[Any]]] = {
    ADMISSION: stays,
    APPEAL: appeals,
    GRIEVANCE: grievances,
    PRIOR_AUTH: requests,
}


@dataclass(frozen=True, slots=True)
class CaseLink:
    number: str
    href: str


def links_to(viewer: Actor, behind: Sequence[Behind]) -> list[CaseLink]:
    """Return links to those of the cases that this viewer may see. One query for each kind."""
    seen: set[UUID] = set()
    for kind, visible in _VISIBLE.items():
        ids = [one.id for one in behind if one.kind == kind]
        if ids:
            seen |= set(visible(viewer).filter(is_any("id", ids)).values_list("id", flat=True))
    return [
        CaseLink(one.number, reverse(kind_of(one.kind).page, args=[one.id]))
        for one in behind
        if one.id in seen
    ]
