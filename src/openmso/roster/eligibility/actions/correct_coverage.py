"""Correct what we believed about a coverage; the old belief stays readable."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record
from openmso.roster.members.models import Member

from ..events import Event
from ..models import CoverageSpan
from .add_coverage import NewCoverage


class NotKnownAnyMore(ValueError):
    """The span was corrected by somebody else in the meantime."""


@action
def correct_coverage(
    span_id: UUID, *, truth: NewCoverage | None, reason: str, by: Actor, at: datetime
) -> CoverageSpan | None:
    """End our knowledge of a span at `at` and write `truth` in its place (None: it never was).

    What was known before `at` stays as it was. Raises CoverageSpan.DoesNotExist for another
    office's span, NotKnownAnyMore for one that is already corrected, ValueError when the truth is
    about another member.
    """
    old = _locked(span_id, by)
    if truth is not None and truth.member_id != old.member_id:
        raise ValueError("a coverage cannot be corrected into another member's")
    old.known_until = at
    old.save(update_fields=["known_until"])
    new = None
    if truth is not None:
        new = truth.row(by.tenant_id, known_from=at, replaces=old.id)
        new.save(force_insert=True)
    ends = new is not None and new.until_on is not None and new.until_on != old.until_on
    record(
        Member(id=old.member_id, tenant_id=by.tenant_id),
        Event.COVERAGE_ENDED if new is None or ends else Event.COVERAGE_CORRECTED,
        by=by,
        at=at,
        span=str(old.id),
        replaced_by=str(new.id) if new is not None else None,
        reason=reason,
    )
    return new


@action
def end_coverage(
    span_id: UUID, *, until_on: date, reason: str, by: Actor, at: datetime
) -> CoverageSpan | None:
    """Learn that a coverage ends: `until_on` is the first day without it."""
    old = _locked(span_id, by)
    truth = NewCoverage(
        member_id=old.member_id,
        plan_id=old.plan_id,
        ipa_id=old.ipa_id,
        pcp_id=old.pcp_id,
        member_number=old.member_number,
        from_on=old.from_on,
        until_on=old.until_on,
        source=old.source,
    )
    return correct_coverage(
        span_id,
        truth=replace(truth, until_on=until_on) if until_on > old.from_on else None,
        reason=reason,
        by=by,
        at=at,
    )


def _locked(span_id: UUID, by: Actor) -> CoverageSpan:
    span = CoverageSpan.objects.select_for_update().get(id=span_id, tenant_id=by.tenant_id)
    if span.known_until is not None:
        raise NotKnownAnyMore("This coverage was corrected in the meantime. Please look again.")
    return span
