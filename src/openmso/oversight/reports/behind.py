"""The way back from a number to its cases, as they stood when the report ran."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from openmso.casework.appeals.case_kind import APPEAL
from openmso.casework.grievances.case_kind import GRIEVANCE
from openmso.casework.inpatient.admissions.case_kind import ADMISSION
from openmso.casework.prior_auth.case_kind import PRIOR_AUTH
from openmso.roster.plans.queries import ipas_of

from .computing import Order
from .domain import (
    appeals_and_grievances,
    bed_days,
    physician_profile,
    public_appeals,
    public_metrics,
    under_utilization,
)
from .domain.facts import RequestFacts
from .reading.complaints import complaints_in
from .reading.hospital_days import stays_in
from .reading.requests import asked_in, decided_in
from .terms import terms

_KINDS = {appeals_and_grievances.APPEALS: APPEAL, appeals_and_grievances.GRIEVANCES: GRIEVANCE}
_COMPLAINTS = {
    appeals_and_grievances.KEY: appeals_and_grievances.MEASURES,
    public_appeals.KEY: public_appeals.MEASURES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """One case behind a number: its kind, its id and its number."""

    kind: str
    id: UUID
    number: str


def cases_behind(order: Order, *, table: str, row: str, measure: str) -> Sequence[Behind]:
    """Return the cases one number of the report counts, in the order of their numbers.

    Empty where a number counts no cases, such as member months or what was expected.
    """
    if order.report == bed_days.KEY:
        return _stays(order, table, row) if measure in {"stays", "bed_days"} else []
    if order.report in _COMPLAINTS:
        return _complaints(order, table, row, measure)
    return [
        Behind(kind=PRIOR_AUTH, id=one.id, number=one.number)
        for one in _requests(order, table, row, measure)
    ]


def _requests(order: Order, table: str, row: str, measure: str) -> Sequence[RequestFacts]:
    tenant_id, as_of, zone = order.tenant.id, order.as_of, order.zone
    if order.report == public_metrics.KEY:
        decided = decided_in(tenant_id, order.period, as_of=as_of, zone=zone)
        return public_metrics.behind(decided, order.period, row=row, measure=measure)
    if order.report == physician_profile.KEY:
        asked = asked_in(tenant_id, order.period, as_of=as_of, zone=zone, ipa_id=order.ipa_id)
        return physician_profile.behind(asked, order.period, row=row, measure=measure)
    if measure not in {"actual", "ratio"}:
        return []
    watched = terms().watched(order.period)
    decided = decided_in(tenant_id, watched, as_of=as_of, zone=zone, ipa_id=order.ipa_id)
    return under_utilization.behind(decided, watched, table=table, row=row)


def _complaints(order: Order, table: str, row: str, measure: str) -> Sequence[Behind]:
    found = complaints_in(
        order.tenant.id, order.period, as_of=order.as_of, zone=order.zone, ipa_id=order.ipa_id
    )
    counted = appeals_and_grievances.behind(
        found,
        order.period,
        table=table,
        row=row,
        measure=measure,
        measures=_COMPLAINTS[order.report],
    )
    return [Behind(kind=_KINDS[one.about], id=one.id, number=one.number) for one in counted]


def _stays(order: Order, table: str, row: str) -> Sequence[Behind]:
    ipa, _, hospital = row.partition("|")
    keys = {order.ipa.id: order.ipa.key} if order.ipa else _ipa_keys(order)
    return [
        Behind(kind=ADMISSION, id=one.admission_id, number=one.number)
        for one in stays_in(order.tenant.id, order.period, as_of=order.as_of, ipa_id=order.ipa_id)
        if (keys[one.ipa_id] if one.ipa_id else "") == ipa
        and (table == "ipas" or any(str(day.place) == hospital for day in one.days))
    ]


def _ipa_keys(order: Order) -> dict[UUID, str]:
    return {ipa.id: ipa.key for ipa in ipas_of(order.tenant.id)}
