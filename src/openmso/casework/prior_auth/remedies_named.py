"""Which ways to ask for a change a letter names for this member, with their lengths and days.

Every number comes from the rulebook's remedies; a line of business without a rule gets none, and
the letter then says whom to call.
"""

from datetime import date, datetime
from uuid import UUID

from openmso.office.law import office_calendar, rulebook
from openmso.office.letters.fields import Remedy, RemedyKind
from openmso.rulebook.answers import Answer
from openmso.rulebook.deadlines import compute_due

from .letter_facts import length_of

_FILING = "remedies/first_step_filing"


def remedies_after_no(
    tenant_id: UUID, line_of_business: str, *, at: datetime
) -> tuple[Remedy, ...]:
    """Return the remedies against a no or a part-no dated `at`."""
    first = _one(tenant_id, _FILING, line_of_business, at)
    found = [
        Remedy(
            kind=_first_step(first),
            file_within=length_of(first),
            file_by=_last_day(tenant_id, first, at),
            answer_within=length_of(
                _one(tenant_id, "remedies/first_step_answer", line_of_business, at)
            ),
            fast_answer_within=length_of(
                _one(tenant_id, "remedies/first_step_fast_answer", line_of_business, at)
            ),
        )
        if first
        else None,
        *(
            Remedy(kind=kind, file_within=length_of(rule), file_by=_day(tenant_id, kind, rule, at))
            for kind, question in _LATER
            if (rule := _one(tenant_id, question, line_of_business, at))
        ),
    ]
    return tuple(remedy for remedy in found if remedy is not None)


def remedies_after_extension(
    tenant_id: UUID, line_of_business: str, *, at: datetime
) -> tuple[Remedy, ...]:
    """Return what a member can do who does not agree with the extra time."""
    rule = _one(tenant_id, "remedies/fast_grievance_answer", line_of_business, at)
    return (Remedy(kind=RemedyKind.FAST_GRIEVANCE, answer_within=length_of(rule)),)


_LATER = (
    (RemedyKind.STATE_HEARING, "remedies/state_hearing_filing"),
    (RemedyKind.INDEPENDENT_REVIEW, "remedies/independent_review_filing"),
    (RemedyKind.KEEP_SERVICE, "remedies/keep_service"),
)


def _first_step(rule: Answer) -> RemedyKind:
    in_a_grievance = rule.process == "grievance_filing"
    return RemedyKind.GRIEVANCE if in_a_grievance else RemedyKind.PLAN_APPEAL


def _day(tenant_id: UUID, kind: RemedyKind, rule: Answer, at: datetime) -> date | None:
    """Only what counts from this letter has a last day yet; the rest counts from later answers."""
    return _last_day(tenant_id, rule, at) if kind is RemedyKind.KEEP_SERVICE else None


def _one(tenant_id: UUID, question: str, line_of_business: str, at: datetime) -> Answer | None:
    office = office_calendar(tenant_id)
    answers = rulebook().answers_in_force(
        question, on=office.local(at).date(), facts={"line_of_business": line_of_business}
    )
    return answers[0] if answers else None


def _last_day(tenant_id: UUID, rule: Answer, at: datetime) -> date | None:
    office = office_calendar(tenant_id)
    due_at = compute_due(rule, at, office).due_at
    return office.local(due_at).date() if due_at else None
