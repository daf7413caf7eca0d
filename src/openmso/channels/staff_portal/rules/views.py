"""One rule: the question, the answer, where it is written, how it was checked, an example."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from openmso.channels.ui.presenters.facts import Fact
from openmso.channels.ui.words_for_time import staff_date
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar, rulebook
from openmso.rulebook.answers import Answer
from openmso.rulebook.deadlines import compute_due
from openmso.rulebook.errors import UnknownRule
from openmso.standards.calendars import OfficeCalendar

from ..staff_request import StaffRequest

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePage:
    id: str
    question: str
    facts: Sequence[Fact]
    note: str
    example: Sequence[str]


@requires(Permission.CASE_READ)
@require_GET
def rule(request: StaffRequest, rule_id: str) -> HttpResponse:
    """Show one rule of the rulebook."""
    try:
        answer = rulebook().rule(rule_id)
    except UnknownRule:
        raise Http404 from None
    office = office_calendar(request.actor.tenant_id)
    context = {"page": rule_page(answer, office=office, at=request.arrived_at)}
    return render(request, "staff_portal/rules/rule.html", context)


def rule_page(answer: Answer, *, office: OfficeCalendar, at: datetime) -> RulePage:
    """Put a rule into words; the example counts from `at` in the office's calendar."""
    due = compute_due(answer, at, office)
    facts = [
        Fact(label="Answer", value=str(answer.value)),
        Fact(label="Clock starts", value=answer.begins, below=answer.event),
        Fact(label="What is owed", value=answer.action, below=answer.recipient),
        Fact(label="Whose rule", value=answer.authority.value),
        Fact(label="Written in", value=answer.citation),
        Fact(
            label="Checked",
            value=f"{answer.verified.meaning}, on {staff_date(answer.checked_on)}",
        ),
        Fact(label="In force", value=_days(answer)),
        Fact(label="For", value=", ".join(answer.line_of_business) or "everybody"),
        Fact(
            label="Urgency",
            value=answer.urgency or "any",
        ),
    ]
    if answer.extension is not None:
        facts.append(
            Fact(
                label="May be extended by",
                value=str(answer.extension),
                below="; ".join(
                    ground.value.replace("_", " ") for ground in answer.extension_grounds
                ),
            )
        )
    if answer.consequence is not None:
        facts.append(
            Fact(label="If nobody answers", value=answer.consequence.value.replace("_", " "))
        )
    return RulePage(
        id=answer.id,
        question=rulebook().questions.get(answer.question, answer.question),
        facts=facts,
        note=answer.note,
        example=due.working,
    )


def _days(answer: Answer) -> str:
    since = f"from {staff_date(answer.from_on)}" if answer.from_on else "for a long time"
    last = f" to {staff_date(answer.until_on - _ONE_DAY)}" if answer.until_on else ""
    return f"{since}{last}"
