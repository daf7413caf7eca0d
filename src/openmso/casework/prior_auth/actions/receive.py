"""A request for care reaches us, by any channel, and gets its first answer at once."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection

from openmso.office.access.actor import Actor
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.inspection import Inspected
from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import store_deadlines
from openmso.office.worklists.items import open_item
from openmso.roster.plans.domain.delegation import DecidedBy
from openmso.rulebook.errors import ConflictingAnswers, NoAnswer

from ..clock_keeping import as_deadlines, compute_clocks
from ..domain.completeness import CompletenessFacts, Missing, what_is_missing
from ..domain.deadlines import DECIDE, Clock, governing
from ..domain.duplicates import Known, likely_duplicate
from ..domain.numbers import readable_number
from ..domain.request import Request, Timing
from ..domain.states import OPEN, Move, State, after
from ..domain.triage import PointAnswer, Triage, TriageFacts, triage
from ..domain.urgency import urgency_of
from ..events import Event
from ..models import AuthorizationRequest, CriteriaFinding, RequestedService
from ..standing import Standing, standing_of
from ..steps.first_answers import give_first_answer
from ..worklist import QUEUE_OF, item_text

NO_RULE = "no rule"


class SameKeyOtherContent(ValueError):
    """The sender's key was used before for another request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """The request, and whether it was already here under the same key."""

    request: AuthorizationRequest
    duplicate: bool
    likely_duplicate: Known | None = None


@action
def receive(
    request: Request, *, files: Sequence[tuple[str, Inspected]] = (), by: Actor, at: datetime
) -> Received:
    """Store a request, start its clocks and give the first answer.

    The same key with the same content is the same request and changes nothing. Raises
    SameKeyOtherContent, NoSuchMember.
    """
    _one_at_a_time(request.client_key, by)
    before = AuthorizationRequest.objects.filter(
        tenant_id=by.tenant_id, client_key=request.client_key
    ).first()
    if before is not None:
        return _again(before, request, by=by, at=at)
    return _first_time(request, files, by=by, at=at)


def _one_at_a_time(client_key: str, by: Actor) -> None:
    """Let two submissions under one key pass one after the other."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))",
            [f"prior_auth {by.tenant_id} {client_key}"],
        )


def _again(before: AuthorizationRequest, request: Request, *, by: Actor, at: datetime) -> Received:
    if before.fingerprint != request.fingerprint():
        raise SameKeyOtherContent(
            f"This form was sent before as {before.number}, with other content. "
            "Open that request, or start a new form."
        )
    record(before, "prior_auth.sent_again", by=by, at=at)
    return Received(request=before, duplicate=True)


def _first_time(
    asked: Request, files: Sequence[tuple[str, Inspected]], *, by: Actor, at: datetime
) -> Received:
    office = office_calendar(by.tenant_id)
    received_on = office.local(asked.received_at).date()
    standing = standing_of(
        by.tenant_id,
        asked.member_id,
        [service.code for service in asked.services],
        on=asked.service_from_on,
        received_on=received_on,
    )
    missing = what_is_missing(
        CompletenessFacts(
            diagnoses=len(asked.diagnoses),
            documents=len(files),
            clinical_summary=asked.clinical_summary,
            points=[point.code for point in standing.points],
            answered=[code for code, answer in asked.answers.items() if answer],
        )
    )
    twin = _twin(asked, by)
    row = _row(asked, standing, missing, twin, by=by, at=at, received_on=received_on)
    first = triage(_triage_facts(asked, standing, missing))
    row.next_step_why = first.why
    if first.move is Move.START_REVIEW:
        row.state = after(State.RECEIVED, Move.START_REVIEW)
    row.save(force_insert=True)
    _store_services(row, asked)
    _store_answers(row, asked, standing, by=by, at=at)
    record(
        row,
        Event.RECEIVED,
        by=by,
        at=at,
        happened_at=asked.received_at,
        channel=str(asked.channel),
        urgency=row.urgency,
        missing=[one.code for one in missing],
    )
    _record_coverage(row, standing, by=by, at=at)
    for title, file in files:
        attach(
            row,
            file,
            title=title,
            source=str(asked.channel),
            received_at=asked.received_at,
            by=by,
            at=at,
        )
    _begin(row, asked, first, standing, by=by, at=at)
    return Received(request=row, duplicate=False, likely_duplicate=twin)


def _begin(
    row: AuthorizationRequest,
    asked: Request,
    first: Triage,
    standing: Standing,
    *,
    by: Actor,
    at: datetime,
) -> None:
    """Start the clocks, then give the first answer or put the case on its queue."""
    to_decide = _start_clocks(row) if standing.coverage is not None else None
    if give_first_answer(row, first, standing, by=by, at=at):
        return
    open_item(
        row,
        QUEUE_OF[State(row.state)],
        item_text(
            row,
            asked.services[0].description,
            due_at=to_decide.due_at if to_decide else row.received_at,
            due_rule=to_decide.rule.id if to_decide else NO_RULE,
        ),
        at=at,
    )


def _start_clocks(row: AuthorizationRequest) -> Clock | None:
    """Store the clocks; None when the rulebook has no one answer, which goes to a person."""
    try:
        found = compute_clocks(row)
    except (NoAnswer, ConflictingAnswers) as no_answer:
        row.next_step_why = f"A supervisor must set the due time: {no_answer}"[:300]
        row.save(update_fields=["next_step_why"])
        return None
    store_deadlines(row, as_deadlines(found, rulebook().edition))
    return governing(found, DECIDE)


def _row(
    asked: Request,
    standing: Standing,
    missing: tuple[Missing, ...],
    twin: Known | None,
    *,
    by: Actor,
    at: datetime,
    received_on: date,
) -> AuthorizationRequest:
    coverage = standing.coverage
    track = urgency_of(asked)
    return AuthorizationRequest(
        tenant_id=by.tenant_id,
        number=readable_number("PA", received_on, secrets.choice),
        client_key=asked.client_key,
        fingerprint=asked.fingerprint(),
        state=State.RECEIVED,
        channel=asked.channel,
        received_at=asked.received_at,
        recorded_at=at,
        complete_at=None if missing else asked.received_at,
        ipa=coverage.ipa if coverage else None,
        plan=coverage.plan if coverage else None,
        coverage=coverage,
        line_of_business=coverage.line_of_business if coverage else "",
        member=standing.member,
        practice_id=asked.practice_id,
        practitioner_id=asked.practitioner_id,
        servicing_practitioner_id=asked.servicing_practitioner_id,
        servicing_name=asked.servicing_name,
        urgency=track.urgency,
        urgency_why=" ".join(filter(None, (track.why, asked.urgency_reason)))[:300],
        timing=_timing(asked, received_on),
        is_drug=asked.is_drug,
        service_from_on=asked.service_from_on,
        service_until_on=asked.service_until_on,
        diagnoses=list(asked.diagnoses),
        clinical_summary=asked.clinical_summary,
        missing=[{"code": one.code, "sentence": one.sentence} for one in missing],
        needs_authorization=True,
        criteria_edition=standing.edition,
        review_specialties=standing.review_specialties,
        likely_duplicate_id=twin.id if twin else None,
    )


def _timing(asked: Request, received_on: date) -> Timing:
    if asked.service_from_on >= received_on:
        return Timing.PRE_SERVICE
    if asked.service_until_on is not None and asked.service_until_on > received_on:
        return Timing.CONCURRENT
    return Timing.RETROSPECTIVE


def _triage_facts(asked: Request, standing: Standing, missing: tuple[Missing, ...]) -> TriageFacts:
    return TriageFacts(
        covered=standing.coverage is not None,
        decided_by=standing.decided_by,
        emergency=asked.emergency,
        needed=standing.needed,
        auto_approve_rule=standing.auto_approve_rule,
        points=frozenset(point.code for point in standing.points),
        answers=dict(asked.answers),
        missing=missing,
    )


def _twin(asked: Request, by: Actor) -> Known | None:
    """Look for a request that asks for the same: one query over the member's live requests."""
    rows = (
        RequestedService.objects.filter(
            tenant_id=by.tenant_id,
            request__member_id=asked.member_id,
            request__state__in=[*OPEN, State.APPROVED],
            code__in=[service.code for service in asked.services],
        )
        .order_by("request__received_at")
        .values_list(
            "request_id",
            "request__number",
            "code",
            "request__service_from_on",
            "request__service_until_on",
        )[:50]
    )
    known = [
        Known(
            id=request_id,
            number=number,
            codes=frozenset({code}),
            from_on=from_on,
            until_on=until_on or from_on,
        )
        for request_id, number, code, from_on, until_on in rows
    ]
    return likely_duplicate(
        known,
        codes=frozenset(service.code for service in asked.services),
        from_on=asked.service_from_on,
        until_on=asked.service_until_on or asked.service_from_on,
    )


def _store_services(row: AuthorizationRequest, asked: Request) -> None:
    RequestedService.objects.bulk_create(
        RequestedService(
            tenant_id=row.tenant_id,
            request=row,
            line=line,
            code=service.code,
            description=service.description[:200],
            quantity=service.quantity,
            unit=service.unit,
        )
        for line, service in enumerate(asked.services, start=1)
    )


def _store_answers(
    row: AuthorizationRequest, asked: Request, standing: Standing, *, by: Actor, at: datetime
) -> None:
    """Keep what the practice answered as proposals; the nurse confirms or corrects each."""
    codes = {point.code for point in standing.points}
    CriteriaFinding.objects.bulk_create(
        CriteriaFinding(
            tenant_id=row.tenant_id,
            request=row,
            point_code=code,
            answer=PointAnswer(answer),
            said_by_practice=answer,
            answered_by_name=by.name,
            answered_at=at,
        )
        for code, answer in asked.answers.items()
        if code in codes and answer
    )


def _record_coverage(
    row: AuthorizationRequest, standing: Standing, *, by: Actor, at: datetime
) -> None:
    coverage = standing.coverage
    record(
        row,
        Event.COVERAGE_CHECKED,
        by=by,
        at=at,
        for_date=row.service_from_on.isoformat(),
        covered=coverage is not None,
        plan=coverage.plan_name if coverage else "",
        ipa=coverage.ipa_name if coverage else "",
        decided_by=str(standing.decided_by) if coverage else str(DecidedBy.NOBODY_SAID),
        needed=str(standing.needed),
        source=standing.list_source,
    )
