"""Grievances of the invented office: one of every kind, and one for every way they can go.

Everything happens through the actions people use, at its own time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count

from openmso.casework.appeals.domain.filing import Channel
from openmso.casework.grievances.actions.answer import answer
from openmso.casework.grievances.actions.dismiss import dismiss
from openmso.casework.grievances.actions.extend import extend
from openmso.casework.grievances.actions.file_grievance import file_grievance
from openmso.casework.grievances.actions.give import give
from openmso.casework.grievances.actions.reopen import reopen
from openmso.casework.grievances.actions.retype_as_appeal import retype_as_appeal
from openmso.casework.grievances.actions.run_out_of_time import run_out_of_time
from openmso.casework.grievances.actions.solve_at_once import solve_at_once
from openmso.casework.grievances.actions.withdraw import withdraw
from openmso.casework.grievances.domain.answering import Finding, Told
from openmso.casework.grievances.domain.classifier import CaseType, Chosen, reason_kept
from openmso.casework.grievances.domain.filing import Filing
from openmso.casework.grievances.domain.types import FastGround, FiledBy
from openmso.casework.grievances.models import Grievance
from openmso.casework.grievances.steps.queues import deadline_of
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.actor import Actor
from openmso.office.access.models import Account, Licence
from openmso.office.access.roles import Role
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.running_out import CLOCK
from openmso.roster.eligibility.models import CoverageSpan

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_WAITED = "I waited two hours and nobody told me why."
_SHOUTED = "The person at the desk shouted at me."
_CARE = "They did not look at the wound. It got worse at home."
_RIDE = "The ride never came and I missed my visit."
_SLOW = "You took more time for my request. I do not agree."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plot:
    """One grievance, told `days_ago`. `goes` is what became of it.

    `of_denied`: told by a member who got a no that nobody appealed.
    """

    line: str
    days_ago: int
    words: str
    category: str
    goes: Callable[["Grievances", Grievance], None] | None = None
    at_once: bool = False
    fast: FastGround | None = None
    filed_by: FiledBy = FiledBy.MEMBER
    channel: Channel = Channel.PHONE
    of_denied: bool = False


class Grievances:
    """The grievances of one office; `now` is its present."""

    def __init__(self, tenant: Tenant, now: datetime) -> None:
        self._tenant, self._now = tenant, now
        self._serial = count()
        self._desk = self._first(Role.SUPERVISOR)
        self._nurse = self._licensed_nurse()
        self._clock = Actor.system(CLOCK, tenant.id)
        self._members = {line: self._covered(line) for line in {plot.line for plot in _PLOTS}}

    def write(self) -> None:
        """Let every grievance happen, the oldest first."""
        for plot in _PLOTS:
            grievance = self._told(plot)
            if grievance is not None and plot.goes is not None:
                plot.goes(self, grievance)

    def in_work(self, grievance: Grievance) -> Actor:
        """Give it to the one who answers it, a day after it came."""
        clinical = grievance.clinical or grievance.quality_of_care
        worker = self._nurse if clinical else self._desk
        if worker.id is None:
            raise ValueError("a person answers a grievance")
        at = min(grievance.received_at + 3 * _HOUR, self._now)
        give(grievance.id, handler_id=worker.id, by=self._desk, at=at)
        grievance.refresh_from_db()
        return worker

    def given(self, grievance: Grievance) -> None:
        self.in_work(grievance)

    def answered(self, grievance: Grievance) -> None:
        worker = self.in_work(grievance)
        fast = grievance.kind == "expedited"
        at = grievance.received_at + (12 * _HOUR if fast else 6 * _DAY)
        answer(grievance.id, told=_ANSWER, by=worker, at=at)

    def solved(self, grievance: Grievance) -> None:
        at = grievance.received_at + 2 * _HOUR
        solve_at_once(grievance.id, told=_SOLVED, by=self._desk, at=at)

    def not_solved(self, grievance: Grievance) -> None:
        """The next business day passes: it goes on by letter."""
        self._time_passes(grievance)

    def late(self, grievance: Grievance) -> None:
        self._time_passes(grievance)

    def extended(self, grievance: Grievance) -> None:
        why = "The clinic has notes that may help you. We asked for them."
        at = grievance.received_at + 2 * _DAY
        extend(grievance.id, ground="member_asks", why=why, by=self._desk, at=at)

    def withdrawn(self, grievance: Grievance) -> None:
        name = grievance.member.full_name
        withdraw(grievance.id, asked_by=name, by=self._desk, at=grievance.received_at + _DAY)

    def dismissed(self, grievance: Grievance) -> None:
        dismiss(grievance.id, by=self._desk, at=grievance.received_at + 15 * _DAY)

    def becomes_appeal(self, grievance: Grievance) -> None:
        case = self._denied(grievance.line_of_business, grievance.received_at)
        if case is not None:
            why = "It disputes the denial."
            at = grievance.received_at + _DAY
            retype_as_appeal(grievance.id, request_id=case.id, why=why, by=self._desk, at=at)

    def opened_again(self, grievance: Grievance) -> None:
        self.answered(grievance)
        at = grievance.received_at + 9 * _DAY
        reopen(grievance.id, why="It happened once more.", by=self._desk, at=at)

    def _time_passes(self, grievance: Grievance) -> None:
        deadline = deadline_of(grievance)
        if deadline is not None and deadline.due_at < self._now:
            at = deadline.due_at + timedelta(seconds=15)
            run_out_of_time(grievance.id, by=self._clock, at=at)

    def _told(self, plot: _Plot) -> Grievance | None:
        members = self._members[plot.line]
        if not members:
            return None
        serial = next(self._serial)
        received_at = self._now - plot.days_ago * _DAY - timedelta(hours=2, minutes=serial)
        member = members[serial % len(members)].member
        if plot.of_denied:
            case = self._denied(plot.line, received_at)
            if case is None:
                return None
            member = case.member
        name = member.full_name
        relative = plot.filed_by is FiledBy.REPRESENTATIVE
        chosen = Chosen(decision=False, concern=True, why="They want nothing changed but this.")
        filing = Filing(
            client_key=f"grievance-{serial}",
            member_id=member.id,
            channel=plot.channel,
            received_at=received_at,
            filed_by=plot.filed_by,
            filed_by_name="Teo Marchetti, son" if relative else name,
            words=plot.words,
            category=plot.category,
            at_once=plot.at_once,
            fast=plot.fast,
            fast_because="It cannot wait." if plot.fast else "",
            type_reason=reason_kept(chosen, plot.line, type_=CaseType.GRIEVANCE),
        )
        return file_grievance(filing, by=self._desk, at=filing.received_at)

    def _covered(self, line: str) -> list[CoverageSpan]:
        """Return a few present coverages of this line, of members who read English or Spanish."""
        found = CoverageSpan.objects.filter(
            tenant=self._tenant,
            plan__line_of_business=line,
            until_on=None,
            known_until=None,
            from_on__lte=(self._now - 90 * _DAY).date(),
        )
        return list(found.select_related("member").order_by("member_number", "id")[:_A_FEW])

    def _denied(self, line: str, at: datetime) -> AuthorizationRequest | None:
        """Return the newest no of the months before `at` that nobody appealed, to a member who is
        covered still."""
        found = AuthorizationRequest.objects.select_related("member").filter(
            tenant=self._tenant,
            state="denied",
            line_of_business=line,
            member__coverage_spans__plan__line_of_business=line,
            member__coverage_spans__until_on=None,
            member__coverage_spans__known_until=None,
            reopened_at=None,
            appeals=None,
            decided_at__range=(at - 150 * _DAY, at),
        )
        return found.order_by("-decided_at", "id").first()

    def _first(self, role: Role) -> Actor:
        found = Account.objects.filter(
            tenant=self._tenant, roles__contains=[role.value], ipa_ids=[]
        )
        return found.order_by("email")[0].as_actor()

    def _licensed_nurse(self) -> Actor:
        held = Licence.objects.filter(
            tenant=self._tenant,
            profession=Licence.Profession.NURSE,
            state=self._tenant.state,
            account__ipa_ids=[],
        )
        return held.select_related("account").order_by("account__email")[0].account.as_actor()


_A_FEW = 9
_ANSWER = Told(
    finding=Finding.RIGHT,
    plain="You were right to tell us. We spoke with the clinic. It has changed how it works.",
    plain_es="Hizo bien en decirnos. Hablamos con la clínica. Ya cambió su forma de trabajar.",
    internal="Called the clinic and read its notes of the day.",
)
_SOLVED = Told(finding=Finding.RIGHT, plain="Booked a new ride for the next morning.")
_PLOTS = (
    _Plot(line="MEDI-CAL", days_ago=41, words=_WAITED, category="access", goes=Grievances.late),
    _Plot(
        line="MA",
        days_ago=36,
        words=_CARE,
        category="quality_of_care",
        goes=Grievances.answered,
        channel=Channel.MAIL,
    ),
    _Plot(line="KK", days_ago=29, words=_SHOUTED, category="treatment", goes=Grievances.answered),
    _Plot(
        line="MEDI-CAL",
        days_ago=24,
        words=_SHOUTED,
        category="treatment",
        goes=Grievances.opened_again,
        channel=Channel.IN_PERSON,
    ),
    _Plot(
        line="KK", days_ago=20, words=_RIDE, category="ride", goes=Grievances.solved, at_once=True
    ),
    _Plot(
        line="KK",
        days_ago=14,
        words=_WAITED,
        category="access",
        goes=Grievances.not_solved,
        at_once=True,
    ),
    _Plot(
        line="MA",
        days_ago=12,
        words=_SLOW,
        category="our_time",
        goes=Grievances.answered,
        fast=FastGround.OUR_TIME,
    ),
    _Plot(line="MA", days_ago=11, words=_WAITED, category="access", goes=Grievances.extended),
    _Plot(line="KK", days_ago=8, words=_WAITED, category="our_service", goes=Grievances.withdrawn),
    _Plot(
        line="KK",
        days_ago=19,
        words=_WAITED,
        category="language",
        goes=Grievances.dismissed,
        filed_by=FiledBy.REPRESENTATIVE,
        channel=Channel.MAIL,
    ),
    _Plot(
        line="KK",
        days_ago=7,
        words="You said no to my care. I still need it.",
        category="decision",
        goes=Grievances.becomes_appeal,
        of_denied=True,
    ),
    _Plot(
        line="MEDI-CAL",
        days_ago=6,
        words=_CARE,
        category="quality_of_care",
        goes=Grievances.given,
        channel=Channel.FAX,
    ),
    _Plot(
        line="MA",
        days_ago=5,
        words=_RIDE,
        category="ride",
        filed_by=FiledBy.REPRESENTATIVE,
        channel=Channel.MAIL,
    ),
    _Plot(
        line="MEDI-CAL",
        days_ago=1,
        words="You said no to my care and I still need it.",
        category="decision",
        channel=Channel.MEMBER,
    ),
    _Plot(
        line="KK", days_ago=0, words=_CARE, category="quality_of_care", fast=FastGround.SERIOUS_HARM
    ),
    _Plot(line="KK", days_ago=0, words=_RIDE, category="ride", at_once=True),
)


def write_grievances(tenant: Tenant, *, at: datetime) -> None:
    """Write the grievances of an office whose lines of business have rules for them."""
    Grievances(tenant, at).write()
