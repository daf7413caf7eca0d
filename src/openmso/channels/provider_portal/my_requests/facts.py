"""The facts of one request in the words of a practice: what was asked, approved and decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.urls import reverse

from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.domain.validity import ONE_DAY
from openmso.casework.prior_auth.models import AuthorizationRequest, Decision, RequestedService
from openmso.channels.ui.presenters.facts import Fact
from openmso.channels.ui.words_for_time import staff_date, staff_time

from ..services_in_words import asked_for, given

_GROUNDS = {
    Ground.MEDICAL_APPROPRIATENESS: "Not medically appropriate by the criteria named below",
    Ground.NOT_COVERED: "Not a covered benefit, by the section named below",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionShown:
    facts: Sequence[Fact]
    reason: str
    alternative: str


def facts_of(
    case: AuthorizationRequest, services: Sequence[RequestedService], zone: ZoneInfo
) -> list[Fact]:
    """Tell who asked for what, for whom and when."""
    last = case.service_until_on - ONE_DAY if case.service_until_on else None
    covered = ", ".join(part.name for part in (case.plan, case.ipa) if part)
    facts = [
        Fact(label="Patient", value=case.member.full_name),
        Fact(label="Birth date", value=staff_date(case.member.birth_date)),
        Fact(label="Covered by", value=covered or "No coverage found"),
        *asked_for(services, label="Asked for"),
        Fact(
            label="Days of service",
            value=staff_date(case.service_from_on) + (f" to {staff_date(last)}" if last else ""),
        ),
        Fact(label="Diagnoses", value=", ".join(case.diagnoses) or "None given yet"),
        Fact(label="Requested by", value=case.practitioner.full_name),
        Fact(
            label="How soon",
            value="Urgent" if case.urgency == "expedited" else "Standard",
            below=case.urgency_why,
        ),
        Fact(label="Received", value=staff_time(case.received_at, zone)),
    ]
    if case.joined_to and case.joined_to.practice_id == case.practice_id:
        href = reverse("practice:request", args=[case.joined_to_id])
        facts.append(Fact(label="Joined to", value=case.joined_to.number, href=href))
    return facts


def validity_of(case: AuthorizationRequest, services: Sequence[RequestedService]) -> list[Fact]:
    """Tell what was approved and how long it holds; nothing without a number."""
    if not case.authorization_number:
        return []
    if case.valid_from_on is None:
        return [Fact(label="Receipt number", value=case.authorization_number)]
    last = (
        f"to {staff_date(case.valid_until_on - ONE_DAY)}"
        if case.valid_until_on
        else "without a flat last day"
    )
    return [
        Fact(label="Authorization number", value=case.authorization_number),
        *given(services),
        Fact(
            label="Valid",
            value=f"from {staff_date(case.valid_from_on)} {last}",
            below=case.validity_why,
        ),
    ]


def decision_shown(one: Decision, zone: ZoneInfo) -> DecisionShown:
    """Tell what was decided, by whom and on which ground."""
    facts = [
        Fact(label="Decided", value=staff_time(one.decided_at, zone)),
        Fact(label="By", value=one.signed_by_name),
        Fact(label="Basis", value=one.basis),
    ]
    if one.ground:
        facts.append(Fact(label="Ground", value=_GROUNDS[Ground(one.ground)]))
    if one.criteria_edition:
        facts.append(Fact(label="Criteria", value=str(one.criteria_edition)))
    if one.benefit_section:
        facts.append(Fact(label="Benefit section", value=str(one.benefit_section)))
    return DecisionShown(facts=facts, reason=one.clinical_reason, alternative=one.alternative)
