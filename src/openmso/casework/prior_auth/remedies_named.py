"""Which ways to ask for a change a letter names for this member, with their lengths and days.

Every number comes from the rulebook's remedies, by the facts of the plan and of what was asked for;
where no rule answers the letter names no way and says whom to call.
"""

from datetime import date, datetime

from openmso.office.law import office_calendar, rulebook
from openmso.office.letters.fields import Remedy, RemedyKind
from openmso.rulebook.answers import Answer
from openmso.rulebook.deadlines import compute_due

from .domain.request import Urgency
from .lengths import length_of
from .models import AuthorizationRequest

_FILING = "remedies/first_step_filing"


def remedies_after_no(request: AuthorizationRequest, *, at: datetime) -> tuple[Remedy, ...]:
    """Return the remedies against a no or a part-no dated `at`."""
    asked = _Asked(request, at)
    first = asked.rule(_FILING)
    found = [
        Remedy(
            kind=_first_step(first),
            file_within=length_of(first),
            file_by=asked.last_day(first),
            answer_within=length_of(asked.rule("remedies/first_step_answer", Urgency.STANDARD)),
            fast_answer_within=length_of(
                asked.rule("remedies/first_step_fast_answer", Urgency.EXPEDITED)
            ),
        )
        if first
        else None,
        *(
            Remedy(kind=kind, file_within=length_of(rule), file_by=asked.day_to_print(kind, rule))
            for kind, question in _LATER
            if (rule := asked.rule(question))
        ),
    ]
    return tuple(remedy for remedy in found if remedy is not None)


def remedies_after_extension(request: AuthorizationRequest, *, at: datetime) -> tuple[Remedy, ...]:
    """Return what a member can do who does not agree with the extra time."""
    rule = _Asked(request, at).rule("remedies/fast_grievance_answer")
    return (Remedy(kind=RemedyKind.FAST_GRIEVANCE, answer_within=length_of(rule)),)


_LATER = (
    (RemedyKind.STATE_HEARING, "remedies/state_hearing_filing"),
    (RemedyKind.INDEPENDENT_REVIEW, "remedies/independent_review_filing"),
    (RemedyKind.KEEP_SERVICE, "remedies/keep_service"),
)


def _first_step(rule: Answer) -> RemedyKind:
    in_a_grievance = rule.process == "grievance_filing"
    return RemedyKind.GRIEVANCE if in_a_grievance else RemedyKind.PLAN_APPEAL


class _Asked:
    """The rulebook, asked about one request on the day of its letter."""

    def __init__(self, request: AuthorizationRequest, at: datetime) -> None:
        self._request, self._at = request, at
        self._office = office_calendar(request.tenant_id)

    def rule(self, question: str, urgency: Urgency | None = None) -> Answer | None:
        """Return the answer; `urgency` is that of the answer asked for, not of the request."""
        answers = rulebook().answers_in_force(
            question,
            on=self._office.local(self._at).date(),
            facts=facts_of(self._request) | {"urgency": urgency and str(urgency)},
        )
        return answers[0] if answers else None

    def last_day(self, rule: Answer) -> date | None:
        due_at = compute_due(rule, self._at, self._office).due_at
        return self._office.local(due_at).date() if due_at else None

    def day_to_print(self, kind: RemedyKind, rule: Answer) -> date | None:
        """Only what counts from this letter has a last day yet; the rest counts from later
        answers."""
        return self.last_day(rule) if kind is RemedyKind.KEEP_SERVICE else None


def facts_of(request: AuthorizationRequest) -> dict[str, str | bool | None]:
    """Return what the ways to go on depend on: the law of the coverage, the plan's own license
    (never read from its name; None without a plan), and whether a drug was asked for."""
    return {
        "line_of_business": request.line_of_business,
        "licensed_plan": request.plan.licensed_plan if request.plan else None,
        "item_or_drug": "drug" if request.is_drug else "item",
    }
