"""What a request would come to if it were sent as it stands: shown while the form is filled in.

Nothing is stored and nothing is promised: the same facts are weighed again when it is received.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar, rulebook
from openmso.roster.benefits.domain.authorization_list import ListAnswer
from openmso.rulebook.duty_clocks import DutyClock, governing
from openmso.rulebook.errors import ConflictingAnswers, NoAnswer

from .domain.completeness import CompletenessFacts, Missing, what_is_missing
from .domain.deadlines import DECIDE, ClockFacts, clocks
from .domain.duplicates import Known
from .domain.request import Urgency, timing_of
from .domain.triage import Triage, TriageFacts, triage
from .standing import Standing, standing_of
from .twins import twin_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A request as far as it is filled in; `at` is the moment of looking, `service_until_on` the
    first day after the service. At least one service code is known."""

    member_id: UUID
    codes: Sequence[str]
    service_from_on: date
    service_until_on: date | None
    at: datetime
    diagnoses: int = 0
    documents: int = 0
    clinical_summary: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    urgent: bool = False
    emergency: bool = False
    is_drug: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """`due` is None where the request would be answered at once, or no rule gives a time."""

    standing: Standing
    missing: tuple[Missing, ...]
    first: Triage
    twin: Known | None
    due: DutyClock | None


def preview(draft: Draft, *, viewer: Actor) -> Preview:
    """Weigh a draft as it stands. Raises NoEdition. At most six queries."""
    office = office_calendar(viewer.tenant_id)
    today = office.local(draft.at).date()
    standing = standing_of(
        viewer.tenant_id,
        draft.member_id,
        list(draft.codes),
        on=draft.service_from_on,
        received_on=today,
    )
    points = [point.code for point in standing.points]
    missing = what_is_missing(
        CompletenessFacts(
            diagnoses=draft.diagnoses,
            documents=draft.documents,
            clinical_summary=draft.clinical_summary,
            points=points,
            answered=[code for code, answer in draft.answers.items() if answer],
        )
    )
    first = triage(
        TriageFacts(
            covered=standing.coverage is not None,
            decided_by=standing.decided_by,
            emergency=draft.emergency,
            needed=standing.needed,
            auto_approve_rule=standing.auto_approve_rule,
            points=frozenset(points),
            answers=dict(draft.answers),
            missing=missing,
            divided=bool(standing.for_the_plan),
        )
    )
    return Preview(
        standing=standing,
        missing=missing,
        first=first,
        twin=twin_of(
            viewer.tenant_id,
            draft.member_id,
            codes=draft.codes,
            from_on=draft.service_from_on,
            until_on=draft.service_until_on,
            told_to=viewer,
        ),
        due=_due(draft, standing, missing, today, viewer),
    )


def _due(
    draft: Draft, standing: Standing, missing: Collection[Missing], today: date, viewer: Actor
) -> DutyClock | None:
    if standing.coverage is None or standing.needed is not ListAnswer.REQUIRED:
        return None
    facts = ClockFacts(
        line_of_business=standing.coverage.line_of_business,
        urgency=Urgency.EXPEDITED if draft.urgent else Urgency.STANDARD,
        is_drug=draft.is_drug,
        needs_authorization=True,
        timing=timing_of(draft.service_from_on, draft.service_until_on, today),
        received_at=draft.at,
        complete_at=None if missing else draft.at,
    )
    try:
        return governing(clocks(facts, rulebook(), office_calendar(viewer.tenant_id)), DECIDE)
    except (NoAnswer, ConflictingAnswers):
        return None
