"""A request for care reaches us, by any channel, and gets its first answer at once."""

from collections.abc import Sequence
from datetime import datetime
from functools import wraps
from typing import Protocol

from django.db import IntegrityError

from openmso.casework.criteria.queries import NoEdition
from openmso.office.access.actor import Actor
from openmso.office.documents.actions.attach import attach
from openmso.office.documents.inspection import Inspected
from openmso.office.law import office_calendar, rulebook
from openmso.office.new_rows import add_rows
from openmso.office.timeline.action import action, action_is_running, record
from openmso.office.timeline.deadlines import computed, first_deadlines
from openmso.office.worklists.items import NO_RULE, open_item
from openmso.roster.plans.domain.delegation import DecidedBy
from openmso.rulebook.duty_clocks import DutyClock, governing
from openmso.rulebook.errors import ConflictingAnswers, NoAnswer

from ..clock_keeping import compute_clocks
from ..covered_member import NoSuchMember
from ..domain.completeness import CompletenessFacts, Missing, what_is_missing
from ..domain.deadlines import DECIDE
from ..domain.request import Request
from ..domain.states import Move, State, after
from ..domain.triage import Triage, TriageFacts, triage
from ..events import Event
from ..models import AuthorizationRequest
from ..standing import Standing, standing_of
from ..steps.arrival import row_of, store_answers, store_services
from ..steps.first_answers import give_first_answer
from ..steps.sent_before import Received, received_again, sent_under
from ..twins import twin_of
from ..worklist import QUEUE_OF, item_text


class Receive(Protocol):
    """How a request is handed to us."""

    def __call__(
        self,
        request: Request,
        *,
        files: Sequence[tuple[str, Inspected]] = (),
        by: Actor,
        at: datetime,
    ) -> Received: ...


def _same_key_same_request(first_time: Receive) -> Receive:
    """Answer a second submission under one key with the request that is here already.

    The database lets only one in, also when both come at once. The first is looked for as well
    when the second could not even be read, because the roster has changed in between.
    """

    @wraps(first_time)
    def receive(
        request: Request,
        *,
        files: Sequence[tuple[str, Inspected]] = (),
        by: Actor,
        at: datetime,
    ) -> Received:
        try:
            return first_time(request, files=files, by=by, at=at)
        except (IntegrityError, NoEdition, NoSuchMember):
            if action_is_running():
                raise  # its transaction is spent: whoever opened it begins anew
            before = sent_under(request.client_key, by=by)
            if before is None:
                raise
            return _again(before, request, by=by, at=at)

    return receive


@action
def _again(before: AuthorizationRequest, request: Request, *, by: Actor, at: datetime) -> Received:
    return received_again(before, request, by=by, at=at)


@_same_key_same_request
@action
def receive(
    request: Request, *, files: Sequence[tuple[str, Inspected]] = (), by: Actor, at: datetime
) -> Received:
    """Store a request, start its clocks and give the first answer.

    The same key with the same content is the same request and changes nothing. Raises
    SameKeyOtherContent, NoSuchMember, NoEdition.
    """
    office = office_calendar(by.tenant_id)
    received_on = office.local(request.received_at).date()
    standing = standing_of(
        by.tenant_id,
        request.member_id,
        [service.code for service in request.services],
        on=request.service_from_on,
        received_on=received_on,
    )
    missing = what_is_missing(
        CompletenessFacts(
            diagnoses=len(request.diagnoses),
            documents=len(files),
            clinical_summary=request.clinical_summary,
            points=[point.code for point in standing.points],
            answered=[code for code, answer in request.answers.items() if answer],
        )
    )
    twin = twin_of(
        by.tenant_id,
        request.member_id,
        codes=[service.code for service in request.services],
        from_on=request.service_from_on,
        until_on=request.service_until_on,
    )
    row = row_of(request, standing, missing, twin, by=by, at=at, received_on=received_on)
    first = triage(_triage_facts(request, standing, missing))
    row.next_step_why = first.why
    if first.move is Move.START_REVIEW:
        row.state = after(State.RECEIVED, Move.START_REVIEW)
    add_rows([row])
    store_services(row, request)
    store_answers(row, request, standing, by=by, at=at)
    record(
        row,
        Event.RECEIVED,
        by=by,
        at=at,
        happened_at=request.received_at,
        channel=str(request.channel),
        urgency=row.urgency,
        missing=[one.code for one in missing],
    )
    _record_coverage(row, standing, by=by, at=at)
    for title, file in files:
        attach(
            row,
            file,
            title=title,
            source=str(request.channel),
            received_at=request.received_at,
            by=by,
            at=at,
        )
    _begin(row, request, first, standing, by=by, at=at)
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


def _start_clocks(row: AuthorizationRequest) -> DutyClock | None:
    """Store the clocks; None when the rulebook has no one answer, which goes to a person."""
    try:
        found = compute_clocks(row)
    except (NoAnswer, ConflictingAnswers) as no_answer:
        row.next_step_why = f"A supervisor must set the due time: {no_answer}"[:300]
        row.save(update_fields=["next_step_why"])
        return None
    first_deadlines(row, computed(found, edition=rulebook().edition))
    return governing(found, DECIDE)


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
        divided=bool(standing.for_the_plan),
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
