"""A decision as the review page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from openmso.casework.prior_auth.models import AuthorizationRequest, Decision
from openmso.channels.ui.presenters.facts import Fact
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import staff_time

from ..words.states import GROUNDS


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCard:
    heading: str
    facts: Sequence[Fact]
    clinical_reason: str
    plain_reason: str
    plain_reason_es: str


def decision_card(decision: Decision, case: AuthorizationRequest, zone: ZoneInfo) -> DecisionCard:
    facts = [
        Fact(label="Basis", value=decision.basis),
        Fact(
            label="By", value=decision.signed_by_name, below=staff_time(decision.decided_at, zone)
        ),
    ]
    if decision.criteria_edition is not None:
        facts.append(Fact(label="Criteria", value=str(decision.criteria_edition)))
    if decision.ground:
        facts.append(Fact(label="Ground", value=GROUNDS[decision.ground]))
    if decision.is_alternative_first:
        tag = StatusTag("Alternative first", StatusTone.WAITING)
        facts.append(Fact(label="To try first", tag=tag, below=decision.alternative))
    if decision.alternative_es:
        facts.append(Fact(label="The same in Spanish", value=decision.alternative_es, lang="es"))
    if decision.benefit_section is not None:
        section = decision.benefit_section
        facts.append(
            Fact(
                label="Benefit section", value=f"{section.section} {section.title} ({section.year})"
            )
        )
    return DecisionCard(
        heading=_heading(decision, case),
        facts=facts,
        clinical_reason=decision.clinical_reason,
        plain_reason=decision.plain_reason,
        plain_reason_es=decision.plain_reason_es,
    )


def _heading(decision: Decision, case: AuthorizationRequest) -> str:
    """Name the answer, and say when it is not the last word any more."""
    answer = decision.get_outcome_display()
    earlier = case.reopened_at is not None and decision.decided_at < case.reopened_at
    return f"{answer}, before the case was opened again" if earlier else answer
