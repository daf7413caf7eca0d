"""A member on one page: coverage as we know it and knew it, requests, wishes."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.urls import reverse

from openmso.casework.fast_track.queries import cases_of_member
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.queries import visible
from openmso.channels.ui.presenters.facts import Fact
from openmso.channels.ui.presenters.line_of_business import plan_and_line
from openmso.channels.ui.presenters.status import StatusTag
from openmso.channels.ui.words_for_time import staff_date, staff_last_day, staff_time
from openmso.office.access.actor import Actor
from openmso.office.letters.languages import name_of
from openmso.office.tenants.queries import tenant_by_id
from openmso.roster.eligibility.domain.coverage import Coverage
from openmso.roster.eligibility.queries import coverage_history
from openmso.roster.members.models import Member, Need
from openmso.roster.members.queries import identifiers_of

from ..endings_of_member import EndingLine, endings_in_short
from ..prior_auth.words.states import STATES

_MOST_REQUESTS = 25
_KINDS = {"mbi": "Medicare number", "cin": "Medi-Cal number"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageLine:
    """One span in words; `corrected` is filled when we no longer hold it to be true."""

    plan: str
    ipa: str
    days: str
    number: str
    pcp: str
    known: str
    corrected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLine:
    number: str
    href: str
    service_on: str
    received: str
    state: StatusTag


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberPage:
    member: Member
    facts: Sequence[Fact]
    wishes: Sequence[Fact]
    coverages: Sequence[CoverageLine]
    requests: Sequence[RequestLine]
    endings: Sequence[EndingLine]


def member_page(member: Member, *, viewer: Actor) -> MemberPage:
    """Put everything about a member into words. Four queries beside the member's own."""
    zone = tenant_by_id(viewer.tenant_id).zone
    numbers = identifiers_of(viewer.tenant_id, member.id)
    requests = visible(viewer).filter(member_id=member.id).order_by("-received_at", "id")
    return MemberPage(
        member=member,
        facts=[
            Fact(label="Birth date", value=staff_date(member.birth_date)),
            *_died(member),
            Fact(label="Number in this office", value=member.number_in_office),
            *(Fact(label=_KINDS.get(kind, kind), value=value) for kind, value in numbers.items()),
            Fact(label="Address", value=", ".join(member.address_lines)),
            Fact(label="Phone", value=member.phone or "None given"),
        ],
        wishes=[
            Fact(label="Letters in", value=name_of(member.language)),
            Fact(label="Calls in", value=name_of(member.spoken_language)),
            Fact(label="Format", value=member.get_letter_format_display()),
            Fact(
                label="Needs",
                value=", ".join(str(Need(need).label) for need in member.needs) or "None told",
            ),
        ],
        coverages=[_coverage(one, zone) for one in coverage_history(viewer.tenant_id, member.id)],
        requests=[_request(one, zone) for one in requests[:_MOST_REQUESTS]],
        endings=endings_in_short(cases_of_member(viewer, member.id)),
    )


def _died(member: Member) -> list[Fact]:
    if member.deceased_on is None:
        return []
    return [Fact(label="Died", value=staff_date(member.deceased_on))]


def _coverage(one: Coverage, zone: ZoneInfo) -> CoverageLine:
    last = staff_last_day(one.until_on) if one.until_on else "no end known"
    return CoverageLine(
        plan=plan_and_line(one.plan_name, one.line_of_business),
        ipa=one.ipa_name,
        days=f"{staff_date(one.from_on)} to {last}",
        number=one.member_number,
        pcp=one.pcp_name or "None known",
        known=staff_time(one.known_from, zone),
        corrected=staff_time(one.known_until, zone) if one.known_until else "",
    )


def _request(one: AuthorizationRequest, zone: ZoneInfo) -> RequestLine:
    return RequestLine(
        number=one.number,
        href=reverse("staff:prior_auth_case", kwargs={"request_id": one.id}),
        service_on=staff_date(one.service_from_on),
        received=staff_time(one.received_at, zone),
        state=STATES[one.state],
    )
