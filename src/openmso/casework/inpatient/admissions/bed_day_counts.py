"""Bed days of an office for a span of days, by IPA and hospital, as they were known at an instant.

The same question asked as of the same instant has the same answer for ever: a move counts from when
we learned of it until it was struck, and a patient belongs to an IPA from when we knew who it is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar

from .domain.bed_days import BedDay, bed_days, between
from .domain.states import State
from .domain.stay import parts_of
from .models import Admission, StayMove
from .moves_known import moves_by_stay

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class BedDayCount:
    """`days` bed days of `stays` stays. `ipa_id` None: we did not know yet whose stay it was."""

    ipa_id: UUID | None
    hospital_id: UUID
    days: int
    stays: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedStay:
    """One stay with its bed days inside the span that was asked for, at least one."""

    admission_id: UUID
    number: str
    ipa_id: UUID | None
    days: tuple[BedDay, ...]


def count_bed_days(
    viewer: Actor, *, from_on: date, until_on: date, as_of: datetime
) -> list[BedDayCount]:
    """Return the bed days from `from_on` up to but without `until_on`, by IPA and hospital.

    Days are those of the office; a day counts at the hospital where its midnight was spent. Two
    queries, whatever the length. What `viewer` may not see is not counted.
    """
    days: Counter[tuple[UUID | None, UUID]] = Counter()
    stays: dict[tuple[UUID | None, UUID], set[UUID]] = defaultdict(set)
    for stay in counted_stays(viewer, from_on=from_on, until_on=until_on, as_of=as_of):
        for day in stay.days:
            days[stay.ipa_id, day.place] += 1
            stays[stay.ipa_id, day.place].add(stay.admission_id)
    return [
        BedDayCount(ipa_id=ipa, hospital_id=place, days=count, stays=len(stays[ipa, place]))
        for (ipa, place), count in sorted(days.items(), key=lambda each: str(each[0]))
    ]


def counted_stays(
    viewer: Actor, *, from_on: date, until_on: date, as_of: datetime
) -> Iterator[CountedStay]:
    """Yield the stays behind `count_bed_days`, each with its days, in the order of their numbers:
    the way back from a figure to its cases."""
    office = office_calendar(viewer.tenant_id)
    found = list(_possible(viewer, from_on=from_on, until_on=until_on, as_of=as_of))
    moves = moves_by_stay(viewer.tenant_id, [one.id for one in found], as_of=as_of)
    for one in found:
        parts = parts_of(moves[one.id])
        whole = bed_days(parts, zone=office.time_zone, at=as_of)
        days = between(whole, from_on, until_on)
        if days:
            known = one.identified_at is not None and one.identified_at <= as_of
            yield CountedStay(
                admission_id=one.id,
                number=one.number,
                ipa_id=one.ipa_id if known else None,
                days=days,
            )


def _possible(
    viewer: Actor, *, from_on: date, until_on: date, as_of: datetime
) -> QuerySet[Admission]:
    """Return the stays that may have a day in the span; one day more on each side for the zone."""
    office = office_calendar(viewer.tenant_id)
    begins = office.end_of_day(from_on - _ONE_DAY)
    ends = office.end_of_day(until_on - _ONE_DAY)
    known = Q(recorded_at__lte=as_of) & (Q(struck_at=None) | Q(struck_at__gt=as_of))
    mine = StayMove.objects.filter(known, tenant_id=viewer.tenant_id, admission=OuterRef("id"))
    gone = mine.filter(kind="discharge", happened_at__lt=begins - _ONE_DAY)
    came = mine.filter(kind="enter", happened_at__lte=ends)
    stays = Admission.objects.filter(
        Exists(came),
        ~Exists(gone),
        ~Q(state=State.NOT_OURS, identified_at__lte=as_of),
        tenant_id=viewer.tenant_id,
    )
    if viewer.ipa_ids:
        stays = stays.filter(ipa_id__in=viewer.ipa_ids)
    return stays.only("id", "number", "ipa_id", "identified_at").order_by("number")
