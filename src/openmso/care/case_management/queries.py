"""Reads for pages; each takes the viewer and returns only what that viewer may see.

A case of another office, IPA or member is not found, never forbidden.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from openmso.casework.prior_auth.domain.states import State as RequestState
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.actor import Actor
from openmso.office.access.reach import in_reach
from openmso.office.law import office_calendar, rulebook
from openmso.office.worklists.models import WorklistItem
from openmso.roster.eligibility.models import CoverageSpan
from openmso.roster.eligibility.queries import coverage_history

from .domain.continuity import Answered, UnderWay, continuity
from .domain.cover import Change, Cover, changes
from .domain.states import State
from .models import (
    CareCase,
    CarePlan,
    ContinuityAnswer,
    Goal,
    StatusEntry,
    Task,
    Treatment,
)

ROWS = 50
_WITH = ("member", "plan", "ipa", "coverage")
_APPROVED = (RequestState.APPROVED, RequestState.PARTLY_APPROVED)


class CareCaseNotFound(LookupError):
    """There is no such care case for this viewer."""


def visible(viewer: Actor) -> QuerySet[CareCase]:
    """Narrow to what `viewer` may see: tenant first, then member or IPA; a practice sees none."""
    return in_reach(CareCase.objects.all(), viewer)


def case_for(viewer: Actor, case_id: UUID) -> CareCase:
    """Return one case with its people. Raises CareCaseNotFound."""
    case = visible(viewer).select_related(*_WITH).filter(id=case_id).first()
    if case is None:
        raise CareCaseNotFound("There is no such case.")
    return case


def own_case(viewer: Actor) -> CareCase | None:
    """Return the viewer's own case: the open one, else the newest; None without any."""
    return (
        visible(viewer)
        .select_related(*_WITH)
        .annotate(is_closed=Q(state=State.CLOSED))
        .order_by("is_closed", "-opened_at", "id")
        .first()
    )


def caseload(viewer: Actor, *, manager_id: UUID | None, today: date) -> list[CareCase]:
    """Return open cases with what each waits for, the most urgent first, in one query.

    Of one case manager, or of everybody with None; one row more than ROWS when there are more.
    Each carries `due_at`, `waits_for`, `open_tasks`, `days_told` (days before `today` of the daily
    watch of which somebody wrote), and `told_today`.
    """
    mine = {"tenant_id": viewer.tenant_id, "case": OuterRef("pk")}
    open_tasks = Task.objects.filter(**mine, ended_at=None).order_by()
    told = StatusEntry.objects.filter(**mine).order_by()
    before_today = told.filter(on__gte=OuterRef("complex_from_on"), on__lt=today)
    items = WorklistItem.objects.filter(
        tenant_id=viewer.tenant_id, case_id=OuterRef("pk"), closed_at=None
    )
    cases = visible(viewer).filter(state=State.OPEN).select_related("member", "plan", "ipa")
    if manager_id is not None:
        cases = cases.filter(manager_id=manager_id)
    return list(
        cases.annotate(
            due_at=Subquery(items.values("due_at")[:1]),
            waits_for=Subquery(items.values("note")[:1]),
            open_tasks=_counted(open_tasks, Count("id")),
            days_told=_counted(before_today, Count("on", distinct=True)),
            told_today=Exists(told.filter(on=today)),
        ).order_by("due_at", "id")[: ROWS + 1]
    )


def _counted(rows: QuerySet[Any], count: Count) -> Coalesce:
    return Coalesce(Subquery(rows.values("case").annotate(n=count).values("n")), 0)


def days_told(case: CareCase) -> frozenset[date]:
    """Return the days of the daily watch of which somebody wrote."""
    told = StatusEntry.objects.filter(tenant_id=case.tenant_id, case=case)
    if case.complex_from_on is not None:
        told = told.filter(on__gte=case.complex_from_on)
    return frozenset(told.values_list("on", flat=True))


def newest_plan(case: CareCase) -> CarePlan | None:
    """Return the edition of the plan that holds; None before the first."""
    return CarePlan.objects.filter(tenant_id=case.tenant_id, case=case).order_by("-edition").first()


def changes_of_cover(case: CareCase) -> tuple[Change, ...]:
    """Return every change of PCP, IPA or plan of the case's member that we know of now."""
    known = coverage_history(case.tenant_id, case.member_id)
    return changes(
        [
            Cover(
                plan_id=one.plan_id,
                plan_name=one.plan_name,
                line_of_business=one.line_of_business,
                ipa_id=one.ipa_id,
                ipa_name=one.ipa_name,
                pcp_id=one.pcp_id,
                pcp_name=one.pcp_name,
                from_on=one.from_on,
                until_on=one.until_on,
                known_from=one.known_from,
            )
            for one in known
            if one.known_until is None
        ]
    )


def under_way(case: CareCase) -> list[UnderWay]:
    """Return the member's approvals with their days, and the treatments noted on the case."""
    approvals = (
        AuthorizationRequest.objects.filter(
            tenant_id=case.tenant_id, member_id=case.member_id, state__in=_APPROVED
        )
        .prefetch_related("services")
        .order_by("valid_from_on", "id")
    )
    treatments = Treatment.objects.filter(tenant_id=case.tenant_id, case=case)
    return [
        *(_approval(one, one.valid_from_on) for one in approvals if one.valid_from_on is not None),
        *(one.under_way for one in treatments.order_by("since_on", "id")),
    ]


def not_answered_yet(
    case: CareCase, known: Iterable[Change] | None = None
) -> list[tuple[Change, Answered]]:
    """Return what goes on after changes that came, or were learned of, since the case was opened,
    and is not written down yet. `known` spares reading the changes again. Raises
    ConflictingAnswers."""
    office = office_calendar(case.tenant_id)
    opened_on = office.local(case.opened_at).date()
    new = [
        one
        for one in (changes_of_cover(case) if known is None else known)
        if one.on > opened_on or one.learned_at > case.opened_at
    ]
    if not new:
        return []
    things = under_way(case)
    kept = set(
        ContinuityAnswer.objects.filter(tenant_id=case.tenant_id, case=case).values_list(
            "changed_on", "what"
        )
    )
    return [
        (change, answer)
        for change in new
        for answer in continuity(change, things, book=rulebook(), office=office)
        if (change.on, answer.under_way.what) not in kept
    ]


def cases_with_new_cover(tenant_id: UUID) -> list[UUID]:
    """Return the open cases whose member's cover changed, or may, since they were opened."""
    spans = CoverageSpan.objects.filter(
        Q(known_from__gt=OuterRef("opened_at"))
        | Q(from_on__gt=OuterRef("opened_at__date"))
        | Q(until_on__gt=OuterRef("opened_at__date")),
        tenant_id=tenant_id,
        member_id=OuterRef("member_id"),
        known_until=None,
    )
    cases = CareCase.objects.filter(Exists(spans), tenant_id=tenant_id, state=State.OPEN)
    return list(cases.order_by("opened_at", "id").values_list("id", flat=True))


def _approval(request: AuthorizationRequest, from_on: date) -> UnderWay:
    services = "; ".join(service.description for service in request.services.all())
    return UnderWay(
        what=f"{services} ({request.authorization_number})"[:400],
        from_on=from_on,
        until_on=request.valid_until_on,
        approval=request.authorization_number,
        rule_id=request.validity_rule,
    )


def words_of(case: CareCase, kind: str, thing_id: UUID) -> str:
    """Return the words of one task, goal or treatment of the case. Raises CareCaseNotFound."""
    mine = {"tenant_id": case.tenant_id, "case": case, "id": thing_id}
    if kind == "task":
        words = Task.objects.filter(**mine).values_list("what", flat=True).first()
    elif kind == "goal":
        words = Goal.objects.filter(**mine).values_list("words", flat=True).first()
    else:
        words = Treatment.objects.filter(**mine).values_list("what", flat=True).first()
    if words is None:
        raise CareCaseNotFound("There is no such thing on this case.")
    return words
