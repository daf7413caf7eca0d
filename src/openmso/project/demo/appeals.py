"""Appeals of the invented office against noes of its own year: one for every way they can go.

Everything happens through the actions people use, at its own time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count
from uuid import UUID

from openmso.casework.appeals.actions.choose_reviewer import choose_reviewer
from openmso.casework.appeals.actions.dismiss import Form, dismiss
from openmso.casework.appeals.actions.extend import extend
from openmso.casework.appeals.actions.file_appeal import file_appeal
from openmso.casework.appeals.actions.open_paper import open_paper
from openmso.casework.appeals.actions.overturn import overturn
from openmso.casework.appeals.actions.overturn_in_part import overturn_in_part
from openmso.casework.appeals.actions.run_out_of_time import run_out_of_time
from openmso.casework.appeals.actions.set_reporting_line import set_reporting_line
from openmso.casework.appeals.actions.uphold import uphold
from openmso.casework.appeals.actions.withdraw import withdraw
from openmso.casework.appeals.domain.filing import Channel, Filing
from openmso.casework.appeals.domain.types import FiledBy
from openmso.casework.appeals.models import Appeal
from openmso.casework.appeals.queries import papers_of
from openmso.casework.appeals.steps.queues import deadline_of
from openmso.casework.appeals.upholding import Stands
from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.documents.inspection import inspect
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.running_out import CLOCK

from .year.paper import notes_as_pdf

REVIEWER = "appeals@larkspur.example"
_DAY = timedelta(days=1)
_NOTE = inspect(
    notes_as_pdf(
        "New note",
        [["Therapy was tried for eight weeks and did not help.", "Cannot climb stairs alone."]],
    )
)
_WORDS = "My doctor says that I need this. I tried the other care first and it did not help."
_STANDS = Stands(
    ground=Ground.MEDICAL_APPROPRIATENESS,
    clinical_reason="The new note does not document the finding that the criteria ask for.",
    plain_reason="We read the new note. It does not show what the rule asks for.",
    plain_reason_es="Leímos la nota nueva. No muestra lo que pide la regla.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plot:
    """One appeal: filed `days_ago`, of a no that was told at most `told_before` days earlier."""

    line: str
    days_ago: int
    goes: Callable[["Appeals", Appeal], None] | None = None
    late: bool = False
    fast: bool = False
    several: bool = False
    filed_by: FiledBy = FiledBy.MEMBER
    channel: Channel = Channel.PHONE


class Appeals:
    """The appeals of one office; `now` is its present."""

    def __init__(self, tenant: Tenant, reviewer: Account, now: datetime) -> None:
        self._tenant, self._now = tenant, now
        self._serial = count()
        self._taken: set[UUID] = set()
        self._reviewer = reviewer.as_actor()
        self._desk = self._first(Role.SUPERVISOR)

    def write(self) -> None:
        """Let every appeal happen, the oldest first."""
        for plot in _PLOTS:
            appeal = self._filed(plot)
            if appeal is not None and plot.goes is not None:
                plot.goes(self, appeal)

    def with_reviewer(self, appeal: Appeal, *, after: timedelta = _DAY) -> datetime:
        """Give the appeal to the reviewer, who reads everything; return when that was done."""
        at = min(appeal.received_at + after, self._now)
        if self._reviewer.id is None:
            raise ValueError("a reviewer has an account")
        choose_reviewer(appeal.id, reviewer_id=self._reviewer.id, by=self._desk, at=at)
        for paper in papers_of(appeal):
            open_paper(appeal.id, paper.id, by=self._reviewer, at=at)
        appeal.refresh_from_db()
        return at

    def upheld(self, appeal: Appeal) -> None:
        at = self.with_reviewer(appeal) + _DAY
        uphold(appeal.id, stands=_STANDS, by=self._reviewer, at=at, version=appeal.version)

    def overturned(self, appeal: Appeal) -> None:
        at = self.with_reviewer(appeal) + _DAY
        why = "The new note shows that the other care was tried."
        overturn(appeal.id, why=why, by=self._reviewer, at=at, version=appeal.version)

    def in_part(self, appeal: Appeal) -> None:
        at = self.with_reviewer(appeal) + _DAY
        first = appeal.of_request().services.order_by("line")[0]
        half = max(first.quantity // 2, Decimal(1))
        overturn_in_part(
            appeal.id,
            approved={first.line: half},
            stands=_STANDS,
            by=self._reviewer,
            at=at,
            version=appeal.version,
        )

    def in_review(self, appeal: Appeal) -> None:
        self.with_reviewer(appeal)

    def extended(self, appeal: Appeal) -> None:
        why = "Your clinic has notes that may help you. We asked for them."
        at = appeal.received_at + 2 * _DAY
        extend(appeal.id, ground="member_asks", why=why, by=self._desk, at=at)

    def dismissed(self, appeal: Appeal) -> None:
        dismiss(appeal.id, form=Form.LATE, by=self._desk, at=appeal.received_at + 3 * _DAY)

    def withdrawn(self, appeal: Appeal) -> None:
        name = appeal.member.full_name
        withdraw(appeal.id, asked_by=name, by=self._desk, at=appeal.received_at + _DAY)

    def nobody_answers(self, appeal: Appeal) -> None:
        deadline = deadline_of(appeal)
        if deadline is not None and deadline.due_at < self._now:
            by = Actor.system(CLOCK, self._tenant.id)
            run_out_of_time(appeal.id, by=by, at=deadline.due_at + timedelta(seconds=15))

    def _filed(self, plot: _Plot) -> Appeal | None:
        at = self._now - plot.days_ago * _DAY - timedelta(hours=3, minutes=next(self._serial))
        case = self._denied(plot, at)
        if case is None:
            return None
        self._taken.add(case.id)
        by_doctor = plot.filed_by is FiledBy.TREATING_PHYSICIAN
        name = case.practitioner.full_name if by_doctor else case.member.full_name
        relative = plot.filed_by is FiledBy.REPRESENTATIVE
        filing = Filing(
            client_key=f"appeal-{next(self._serial)}",
            request_id=case.id,
            channel=plot.channel,
            received_at=at,
            filed_by=plot.filed_by,
            filed_by_name="Teo Marchetti, son" if relative else name,
            words=_WORDS,
            physician_says_fast=plot.fast,
            good_cause="I was in the hospital." if plot.late else "",
        )
        return file_appeal(filing, files=(("New note", _NOTE),), by=self._desk, at=at)

    def _denied(self, plot: _Plot, at: datetime) -> AuthorizationRequest | None:
        """Return a no that can be appealed at `at`, in time or, if the plot wants it, too late."""
        window = (200, 75) if plot.late else (60, 1)
        found = AuthorizationRequest.objects.select_related("member", "practitioner").filter(
            tenant=self._tenant,
            state="denied",
            line_of_business=plot.line,
            criteria_edition__isnull=False,
            reopened_at=None,
            is_drug=False,
            decided_at__range=(at - window[0] * _DAY, at - window[1] * _DAY),
        )
        if plot.several:
            found = found.filter(services__quantity__gt=1)
        newest = found.exclude(id__in=self._taken).order_by("-decided_at", "id")
        return newest.first()

    def _first(self, role: Role) -> Actor:
        found = Account.objects.filter(
            tenant=self._tenant, roles__contains=[role.value], ipa_ids=[]
        )
        return found.order_by("email")[0].as_actor()


_PLOTS = (
    _Plot(line="MA", days_ago=45, goes=Appeals.nobody_answers),
    _Plot(line="KK", days_ago=33, goes=Appeals.upheld, channel=Channel.MAIL),
    _Plot(line="MA", days_ago=30, goes=Appeals.upheld, channel=Channel.FAX),
    _Plot(line="MEDI-CAL", days_ago=38, goes=Appeals.nobody_answers),
    _Plot(line="MEDI-CAL", days_ago=26, goes=Appeals.upheld),
    _Plot(line="MA", days_ago=21, goes=Appeals.overturned),
    _Plot(line="MEDI-CAL", days_ago=18, goes=Appeals.in_part, several=True),
    _Plot(line="KK", days_ago=15, goes=Appeals.overturned),
    _Plot(line="MA", days_ago=12, goes=Appeals.dismissed, late=True),
    _Plot(line="KK", days_ago=10, goes=Appeals.withdrawn),
    _Plot(line="MA", days_ago=9, goes=Appeals.extended),
    _Plot(line="MEDI-CAL", days_ago=6, goes=Appeals.in_review),
    _Plot(line="MEDI-CAL", days_ago=5, late=True, channel=Channel.MAIL),
    _Plot(line="MA", days_ago=4, filed_by=FiledBy.REPRESENTATIVE, channel=Channel.IN_PERSON),
    _Plot(line="MA", days_ago=1, fast=True, filed_by=FiledBy.TREATING_PHYSICIAN),
    _Plot(line="KK", days_ago=1),
)


def write_appeals(tenant: Tenant, *, at: datetime) -> None:
    """Write the appeals of the office that has somebody to answer them."""
    reviewer = Account.objects.filter(tenant=tenant, email=REVIEWER).first()
    if reviewer is None:
        return
    people = {one.email: one for one in Account.objects.filter(tenant=tenant)}
    chief, under = people["physician@larkspur.example"], people["reviewer@larkspur.example"]
    admins = (one for one in people.values() if Role.OFFICE_ADMIN.value in one.roles)
    by = next(admins).as_actor()
    set_reporting_line(under.id, reports_to_id=chief.id, by=by, at=at - 300 * _DAY)
    Appeals(tenant, reviewer, at).write()
