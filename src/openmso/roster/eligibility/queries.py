"""Who is covered on a day, as we know it now or as we knew it then."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from openmso.office.access.actor import Actor
from openmso.office.statement import statement
from openmso.standards.typed_text import kept

from .domain.coverage import Coverage
from .domain.spans import Days
from .models import CoverageSpan, EligibilityReceipt

_COLUMNS = {
    "span_id": "id",
    "member_id": "member_id",
    "plan_id": "plan_id",
    "plan_name": "plan__name",
    "line_of_business": "plan__line_of_business",
    "funding": "plan__funding",
    "licensed_plan": "plan__licensed_plan",
    "ipa_id": "ipa_id",
    "ipa_name": "ipa__name",
    "pcp_id": "pcp_id",
    "member_number": "member_number",
    "from_on": "from_on",
    "until_on": "until_on",
    "known_from": "known_from",
    "known_until": "known_until",
}
_PCP = ("pcp__given_name", "pcp__family_name")


def coverage_on(
    tenant_id: UUID,
    member_id: UUID,
    on: date,
    as_known_at: datetime | None = None,
    *,
    plan_id: UUID | None = None,
) -> Coverage | None:
    """Return the coverage of the member on `on`, as known now or at the instant `as_known_at`.

    Of two coverages on one day the plan that pays first; `plan_id` asks for one plan only. None
    when nobody covers the day. One query.
    """
    return next(iter(coverages_on(tenant_id, member_id, on, as_known_at, plan_id=plan_id)), None)


def coverages_on(
    tenant_id: UUID,
    member_id: UUID,
    on: date,
    as_known_at: datetime | None = None,
    *,
    plan_id: UUID | None = None,
) -> list[Coverage]:
    """Return every coverage of the member on `on`, the one that pays first in front."""
    spans = CoverageSpan.objects.filter(
        Q(until_on=None) | Q(until_on__gt=on),
        _known(as_known_at),
        tenant_id=tenant_id,
        member_id=member_id,
        from_on__lte=on,
    )
    if plan_id is not None:
        spans = spans.filter(plan_id=plan_id)
    rows = spans.order_by("plan__pays_before", "from_on", "id")
    return [_coverage(row) for row in rows.values(*_COLUMNS.values(), *_PCP)]


def coverage_history(tenant_id: UUID, member_id: UUID) -> list[Coverage]:
    """Return everything we know or ever knew of the member's coverage, newest days first.

    Within the same first day, what is known now stands before what was corrected.
    """
    spans = CoverageSpan.objects.filter(tenant_id=tenant_id, member_id=member_id).order_by(
        "-from_on", "-known_from", "id"
    )
    return [_coverage(row) for row in spans.values(*_COLUMNS.values(), *_PCP)]


def days_known(tenant_id: UUID, member_ids: Iterable[UUID]) -> dict[tuple[UUID, UUID], list[Days]]:
    """Return the days of coverage we know now, by (member, plan)."""
    spans = CoverageSpan.objects.filter(
        tenant_id=tenant_id, member_id__in=list(member_ids), known_until=None
    ).order_by("from_on")
    known: dict[tuple[UUID, UUID], list[Days]] = defaultdict(list)
    for member_id, plan_id, from_on, until_on in spans.values_list(
        "member_id", "plan_id", "from_on", "until_on"
    ):
        known[member_id, plan_id].append(Days(from_on, until_on))
    return dict(known)


def spans_with_another_doctor(
    tenant_id: UUID, doctors: Mapping[UUID, UUID], *, on: date
) -> list[tuple[UUID, UUID]]:
    """Return the spans of `on` that name another doctor than `doctors` does for their member, each
    with that doctor."""
    spans = CoverageSpan.objects.filter(
        Q(until_on=None) | Q(until_on__gt=on),
        tenant_id=tenant_id,
        member_id__in=list(doctors),
        known_until=None,
        from_on__lte=on,
    ).order_by("id")
    return [
        (span_id, doctors[member_id])
        for span_id, member_id, pcp_id in spans.values_list("id", "member_id", "pcp_id")
        if pcp_id != doctors[member_id]
    ]


def receipt_numbered(viewer: Actor, number: str) -> EligibilityReceipt:
    """Return a receipt by its number; raises EligibilityReceipt.DoesNotExist.

    A practice finds only the receipts of its own checks.
    """
    found = _receipts_numbered(tenant_id=viewer.tenant_id, number=kept(number).upper())
    if not found or viewer.practice_id not in {None, found[0].practice_id}:
        raise EligibilityReceipt.DoesNotExist
    return found[0]


@statement
def _receipts_numbered(*, tenant_id: UUID, number: str) -> QuerySet[EligibilityReceipt]:
    return EligibilityReceipt.objects.filter(tenant_id=tenant_id, number=number)


def receipts_of_practice(viewer: Actor, *, limit: int = 25) -> list[EligibilityReceipt]:
    """Return the newest receipts of the viewer's practice."""
    if viewer.practice_id is None:
        return []
    return list(
        EligibilityReceipt.objects.filter(
            tenant_id=viewer.tenant_id, practice_id=viewer.practice_id
        ).order_by("-asked_at")[:limit]
    )


def _known(at: datetime | None) -> Q:
    if at is None:
        return Q(known_until=None)
    return Q(known_from__lte=at) & (Q(known_until=None) | Q(known_until__gt=at))


def _coverage(row: Mapping[str, Any]) -> Coverage:
    pcp_name = " ".join(row[column] or "" for column in _PCP).strip()
    return Coverage(pcp_name=pcp_name, **{name: row[column] for name, column in _COLUMNS.items()})
