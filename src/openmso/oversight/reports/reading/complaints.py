"""Appeals and grievances as they stood at an instant, from their histories."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import F, OuterRef, QuerySet, Subquery

from openmso.casework.appeals.case_kind import APPEAL
from openmso.casework.appeals.domain import history as of_appeal
from openmso.casework.appeals.domain.states import ANSWERED as APPEAL_ANSWERED
from openmso.casework.appeals.domain.states import OPEN as APPEAL_OPEN
from openmso.casework.appeals.events import Event as AppealEvent
from openmso.casework.appeals.models import Appeal
from openmso.casework.grievances.case_kind import GRIEVANCE
from openmso.casework.grievances.domain import history as of_grievance
from openmso.casework.grievances.domain.states import ANSWERED as GRIEVANCE_ANSWERED
from openmso.casework.grievances.domain.states import OPEN as GRIEVANCE_OPEN
from openmso.casework.grievances.events import Event as GrievanceEvent
from openmso.casework.grievances.models import Grievance
from openmso.casework.prior_auth.models import RequestedService
from openmso.office.statement import is_any
from openmso.office.timeline.lines import Line
from openmso.office.timeline.models import CaseEvent
from openmso.office.timeline.replay import as_line

from ..domain.appeals_and_grievances import APPEALS, GRIEVANCES, ComplaintFacts, Ending
from ..domain.period import Period
from .services import OTHER, categories_of

_PAYMENT = "payment"
_OF_APPEALS = (
    *(AppealEvent.FILED, AppealEvent.OVERTURNED, AppealEvent.PARTLY_UPHELD, AppealEvent.UPHELD),
    *(AppealEvent.DISMISSED, AppealEvent.WITHDRAWN, AppealEvent.RETYPED, AppealEvent.GOES_ON),
)
_OF_GRIEVANCES = (
    *(GrievanceEvent.FILED, GrievanceEvent.ANSWERED, GrievanceEvent.SOLVED),
    *(GrievanceEvent.DISMISSED, GrievanceEvent.WITHDRAWN, GrievanceEvent.BECAME_APPEAL),
)


def complaints_in(
    tenant_id: UUID, period: Period, *, as_of: datetime, zone: ZoneInfo, ipa_id: UUID | None = None
) -> list[ComplaintFacts]:
    """Return the appeals and grievances that came or ended in the period, as they stood at
    `as_of`. Five queries."""
    appeals = Appeal.objects.filter(
        tenant_id=tenant_id, id__in=_happened(tenant_id, APPEAL, _OF_APPEALS, period, as_of, zone)
    )
    grievances = Grievance.objects.filter(
        tenant_id=tenant_id,
        id__in=_happened(tenant_id, GRIEVANCE, _OF_GRIEVANCES, period, as_of, zone),
    )
    if ipa_id is not None:
        appeals, grievances = appeals.filter(ipa_id=ipa_id), grievances.filter(ipa_id=ipa_id)
    return [
        *_appeals(tenant_id, appeals, as_of, zone),
        *_grievances(tenant_id, grievances, as_of, zone),
    ]


def _happened(
    tenant_id: UUID,
    kind: str,
    names: Collection[str],
    period: Period,
    as_of: datetime,
    zone: ZoneInfo,
) -> QuerySet[CaseEvent, Any]:
    first, after = period.instants(zone)
    return CaseEvent.objects.filter(
        tenant_id=tenant_id,
        case_kind=kind,
        name__in=[str(name) for name in names],
        recorded_at__gte=first,
        recorded_at__lte=as_of,
        happened_at__gte=first,
        happened_at__lt=after,
    ).values("case_id")


def _appeals(
    tenant_id: UUID, appeals: QuerySet[Appeal], as_of: datetime, zone: ZoneInfo
) -> Iterator[ComplaintFacts]:
    first_code = RequestedService.objects.filter(
        tenant_id=tenant_id, request_id=OuterRef("request_id")
    ).order_by("line")
    rows: list[Any] = list(
        appeals.annotate(code=Subquery(first_code.values("code")[:1]), kind=F("type"))
        .order_by("number")
        .values("id", "number", "kind", "line_of_business", "ipa__key", "payment_id", "code")
    )
    categories = categories_of({row["code"] for row in rows})
    told = _histories(tenant_id, rows, as_of)
    for row in rows:
        standing = of_appeal.standing_of(told.get(row["id"], ()))
        if standing is not None:
            ended = standing.state not in APPEAL_OPEN
            ending = Ending(
                received_at=standing.received_at,
                ended_at=standing.closed_at,
                ended_as=str(standing.state) if ended else "",
                answered=standing.state in APPEAL_ANSWERED,
                ran_late=standing.silence_at is not None,
            )
            category = _PAYMENT if row["payment_id"] else categories.get(row["code"]) or OTHER
            came = standing.received_at
            yield _fact(row, APPEALS, row["kind"], category, ending, came, zone)


def _grievances(
    tenant_id: UUID, grievances: QuerySet[Grievance], as_of: datetime, zone: ZoneInfo
) -> Iterator[ComplaintFacts]:
    columns = ("id", "number", "line_of_business", "ipa__key")
    rows: list[Any] = list(grievances.order_by("number").values(*columns))
    told = _histories(tenant_id, rows, as_of)
    for row in rows:
        standing = of_grievance.standing_of(told.get(row["id"], ()))
        if standing is not None:
            ended = standing.state not in GRIEVANCE_OPEN
            ending = Ending(
                received_at=standing.begun_at,
                ended_at=standing.closed_at,
                ended_as=str(standing.state) if ended else "",
                answered=standing.state in GRIEVANCE_ANSWERED,
                ran_late=standing.late_at is not None,
            )
            kind, category, came = standing.kind, standing.category, standing.received_at
            yield _fact(row, GRIEVANCES, kind, category, ending, came, zone)


def _fact(
    row: dict[str, Any],
    about: str,
    kind: str,
    category: str,
    ending: Ending,
    came: datetime,
    zone: ZoneInfo,
) -> ComplaintFacts:
    ended_at = ending.ended_at
    return ComplaintFacts(
        id=row["id"],
        number=row["number"],
        about=about,
        line=row["line_of_business"],
        ipa=row["ipa__key"] or "",
        kind=kind,
        category=category,
        received_on=came.astimezone(zone).date(),
        ended_on=ended_at.astimezone(zone).date() if ended_at else None,
        standing=ending,
    )


def _histories(
    tenant_id: UUID, rows: Iterable[dict[str, Any]], as_of: datetime
) -> dict[UUID, Sequence[Line]]:
    events = CaseEvent.objects.filter(
        is_any("case_id", [row["id"] for row in rows]),
        tenant_id=tenant_id,
        recorded_at__lte=as_of,
    ).order_by("case_id", "recorded_at", "line", "id")
    return {
        case_id: [as_line(event) for event in lines]
        for case_id, lines in groupby(events, key=attrgetter("case_id"))
    }
