"""Bed days by IPA and hospital, and the stays behind them, as they were known at an instant."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from openmso.casework.inpatient.admissions.bed_day_counts import CountedStay, counted_stays
from openmso.office.access.actor import Actor
from openmso.roster.plans.models import Ipa
from openmso.roster.providers.models import Hospital

from ..domain.facts import StayDays
from ..domain.period import Period

READER = "Reports"


def stays_in(
    tenant_id: UUID, period: Period, *, as_of: datetime, ipa_id: UUID | None = None
) -> list[CountedStay]:
    """Return the stays with a bed day in the period; `ipa_id` None: of the whole office."""
    reader = Actor(
        id=None,
        name=READER,
        tenant_id=tenant_id,
        kind="system",
        ipa_ids=frozenset({ipa_id} if ipa_id else ()),
    )
    return list(
        counted_stays(reader, from_on=period.from_on, until_on=period.until_on, as_of=as_of)
    )


def days_of_stays(tenant_id: UUID, stays: Iterable[CountedStay]) -> list[StayDays]:
    """Return the days of these stays by the keys of IPAs and ids of hospitals. One query."""
    keys = dict(Ipa.objects.filter(tenant_id=tenant_id).values_list("id", "key"))
    return [
        StayDays(
            stay=stay.admission_id,
            ipa=keys[stay.ipa_id] if stay.ipa_id else "",
            hospital=str(place),
            bed_days=count,
        )
        for stay in stays
        for place, count in Counter(day.place for day in stay.days).items()
    ]


def hospital_names(tenant_id: UUID, ids: Collection[str]) -> dict[str, str]:
    """Return the names of hospitals by their ids. One query when there are any."""
    if not ids:
        return {}
    hospitals = Hospital.objects.filter(tenant_id=tenant_id, id__in=list(ids))
    return {str(key): name for key, name in hospitals.values_list("id", "name")}
