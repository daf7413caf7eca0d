"""The review page: everything about one case in words, from its file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse

from openmso.casework.prior_auth.domain.request import Urgency
from openmso.casework.prior_auth.domain.states import OPEN, State
from openmso.casework.prior_auth.models import AuthorizationRequest, Decision
from openmso.channels.ui.presenters.deadline import DeadlineBadge
from openmso.channels.ui.presenters.facts import Fact, Paper, TimelineEntry
from openmso.channels.ui.presenters.status import StatusTag
from openmso.channels.ui.words_for_time import staff_date, staff_time
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import rulebook
from openmso.office.letters.languages import name_of
from openmso.office.tenants.queries import tenant_by_id
from openmso.rulebook.errors import UnknownRule
from openmso.standards.codes.diagnoses import diagnosis

from .acts import Act, acts_for
from .case_file import CaseFile
from .clock_badges import clock_badges
from .history_words import timeline
from .papers import paper
from .points import PointCard, point_cards
from .state_words import CHANNELS, GROUNDS, SILENCE, STATES, TIMINGS, quantity
from .talks import Talk, talk_of

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Banner:
    """A thing everybody must see first. `tone` is "warning", "error" or "info"."""

    tone: str
    heading: str
    text: str
    link: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageLine:
    who: str
    when: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCard:
    heading: str
    facts: Sequence[Fact]
    clinical_reason: str
    plain_reason: str
    plain_reason_es: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    name: str
    to: str
    state: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    case: AuthorizationRequest
    state: StatusTag
    clocks: Sequence[tuple[str, DeadlineBadge]]
    banners: Sequence[Banner]
    facts: Sequence[Fact]
    services: Sequence[Fact]
    summary: str
    edition: str
    points: Sequence[PointCard]
    may_answer: bool
    papers: Sequence[Paper]
    messages: Sequence[MessageLine]
    may_write: bool
    talks: Sequence[Talk]
    decisions: Sequence[DecisionCard]
    letters: Sequence[LetterLine]
    history: Sequence[TimelineEntry]
    acts: Sequence[Act]


def case_page(file: CaseFile, *, viewer: Actor, at: datetime) -> CasePage:
    """Put the file into words for this viewer, as it stands at `at`."""
    case, zone = file.request, tenant_by_id(viewer.tenant_id).zone
    is_open = State(case.state) in OPEN
    return CasePage(
        case=case,
        state=STATES[case.state],
        clocks=clock_badges(file.deadlines, at=at, zone=zone),
        banners=_banners(case, zone),
        facts=case_facts(case, zone),
        services=service_facts(file),
        summary=case.clinical_summary,
        edition=str(case.criteria_edition) if case.criteria_edition else "",
        points=point_cards(file),
        may_answer=is_open and viewer.may(Permission.CRITERIA_REVIEW),
        papers=[paper(one, case, file.opened, zone) for one in file.documents],
        messages=[
            MessageLine(
                who=f"{one['author_name']} ({'practice' if one['from_practice'] else 'our desk'})",
                when=staff_time(datetime.fromisoformat(one["written_at"]), zone),
                text=one["text"],
            )
            for one in file.messages
        ],
        may_write=viewer.may(Permission.CASE_MESSAGE),
        talks=[talk_of(one, zone) for one in file.talks],
        decisions=[_decision(one, case, zone) for one in file.decisions],
        letters=[
            LetterLine(
                name=letter.kind.replace("_", " ").capitalize(),
                to=letter.reader,
                state=letter.get_state_display(),
                href=reverse("staff:letter", kwargs={"letter_id": letter.id}),
            )
            for letter in file.letters
        ],
        history=timeline(reversed(file.history), zone=zone),
        acts=acts_for(file, viewer),
    )


def case_facts(case: AuthorizationRequest, zone: ZoneInfo) -> list[Fact]:
    """Return what was asked, by whom and for whom, as pairs."""
    member, coverage = case.member, case.coverage
    facts = [
        Fact(
            label="Member",
            value=member.full_name,
            below=f"Born {staff_date(member.birth_date)} · {member.number_in_office}",
            href=reverse("staff:member", kwargs={"member_id": member.id}),
        ),
        Fact(
            label="Letters to the member",
            value=f"{name_of(member.language)}, {str(member.get_letter_format_display()).lower()}",
        ),
        Fact(
            label="Coverage on the day of service",
            value=f"{case.plan.name} ({case.line_of_business})" if case.plan else "None with us",
            below=_coverage_words(case, coverage.until_on if coverage else None),
        ),
        Fact(
            label="Asked by",
            value=case.practitioner.full_name,
            below=f"NPI {case.practitioner.npi} · {case.practice.name}",
        ),
        Fact(label="Care from", value=_care_from(case)),
        Fact(
            label="Diagnoses",
            value="; ".join(_diagnosis(code) for code in case.diagnoses) or "None given",
        ),
        Fact(
            label="Service dates",
            value=_dates(case.service_from_on, case.service_until_on),
            below=TIMINGS[case.timing],
        ),
        Fact(
            label="Urgency",
            value="Expedited" if case.urgency == Urgency.EXPEDITED else "Standard",
            below=case.urgency_why,
        ),
        Fact(
            label="Received",
            value=staff_time(case.received_at, zone),
            below=f"{CHANNELS[case.channel]} · keyed {staff_time(case.recorded_at, zone)}",
        ),
    ]
    if case.next_step_why:
        facts.append(Fact(label="First answer", value=case.next_step_why))
    if case.authorization_number:
        facts.append(Fact(label="Number", value=case.authorization_number, below=_validity(case)))
    return facts


def service_facts(file: CaseFile) -> list[Fact]:
    """Return the services as pairs: the code, and what was asked and granted."""
    return [
        Fact(
            label=str(one["code"]),
            value=f"{one['description']}: {quantity(one['quantity'], one['unit'])}",
            below=""
            if one["approved_quantity"] is None
            else f"Approved: {quantity(one['approved_quantity'], one['unit'])}",
        )
        for one in file.services
    ]


def _coverage_words(case: AuthorizationRequest, until_on: date | None) -> str:
    if case.coverage is None:
        return ""
    parts = [case.ipa.name if case.ipa else "", f"Member number {case.coverage.member_number}"]
    if until_on is not None:
        parts.append(f"last day {staff_date(until_on - ONE_DAY)}")
    return " · ".join(filter(None, parts))


def _care_from(case: AuthorizationRequest) -> str:
    if case.servicing_practitioner is not None:
        return f"{case.servicing_practitioner.full_name} (NPI {case.servicing_practitioner.npi})"
    return case.servicing_name or "Not named"


def _diagnosis(code: str) -> str:
    found = diagnosis(code)
    return f"{found.dotted} {found.description}" if found else code


def _dates(from_on: date, until_on: date | None) -> str:
    if until_on is None:
        return staff_date(from_on)
    return f"{staff_date(from_on)} to {staff_date(until_on - ONE_DAY)}"


def _validity(case: AuthorizationRequest) -> str:
    if case.valid_from_on is None:
        return ""
    if case.valid_until_on is None:
        return f"Valid from {staff_date(case.valid_from_on)}. {case.validity_why}"
    last_day = case.valid_until_on - ONE_DAY
    return f"Valid to {staff_date(last_day)} (last day). {case.validity_why}"


def _banners(case: AuthorizationRequest, zone: ZoneInfo) -> list[Banner]:
    found = []
    if case.silence_at is not None:
        found.append(
            Banner(
                tone="error",
                heading=f"The time to decide ran out on {staff_time(case.silence_at, zone)}",
                text=" ".join(
                    filter(
                        None, (SILENCE.get(case.silence_means, ""), _citation(case.silence_rule))
                    )
                ),
                link="Read the rule" if case.silence_rule else "",
                href=_rule_href(case.silence_rule),
            )
        )
    if case.joined_to is not None:
        found.append(
            Banner(
                tone="info",
                heading=f"This request was joined to {case.joined_to.number}",
                text="Everything goes on there.",
                link="Open it",
                href=_case_href(case.joined_to),
            )
        )
    elif case.likely_duplicate is not None and State(case.state) in OPEN:
        found.append(
            Banner(
                tone="warning",
                heading=f"This looks like {case.likely_duplicate.number}",
                text="Same member, same service, near dates. Compare the two, then join them or "
                "go on.",
                link="Compare side by side",
                href=reverse("staff:prior_auth_join", kwargs={"request_id": case.id}),
            )
        )
    if case.missing and State(case.state) in OPEN:
        found.append(
            Banner(
                tone="warning",
                heading="Something is missing",
                text=" ".join(one["sentence"] for one in case.missing)
                + " Ask the office for it; this is never a denial.",
            )
        )
    return found


def _decision(decision: Decision, case: AuthorizationRequest, zone: ZoneInfo) -> DecisionCard:
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
    if decision.benefit_section is not None:
        section = decision.benefit_section
        facts.append(
            Fact(
                label="Benefit section", value=f"{section.section} {section.title} ({section.year})"
            )
        )
    return DecisionCard(
        heading=decision.get_outcome_display(),
        facts=facts,
        clinical_reason=decision.clinical_reason,
        plain_reason=decision.plain_reason,
        plain_reason_es=decision.plain_reason_es,
    )


def _citation(rule_id: str) -> str:
    try:
        return f"({rulebook().rule(rule_id).citation})" if rule_id else ""
    except UnknownRule:
        return ""


def _rule_href(rule_id: str) -> str:
    return reverse("staff:rule", kwargs={"rule_id": rule_id}) if rule_id else ""


def _case_href(case: AuthorizationRequest) -> str:
    return reverse("staff:prior_auth_case", kwargs={"request_id": case.id})
