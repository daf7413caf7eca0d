"""Outside reviews of the invented office: one in every state, about noes of its own year.

Everything happens through the actions people use, at its own time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from openmso.casework.external_review.actions.close_review import close_review
from openmso.casework.external_review.actions.open_outside_case import (
    OutsideCase,
    open_outside_case,
)
from openmso.casework.external_review.actions.prepare_application import (
    Application,
    prepare_application,
)
from openmso.casework.external_review.actions.receive_paper import receive_paper
from openmso.casework.external_review.actions.record_acceptance import record_acceptance
from openmso.casework.external_review.actions.record_carried_out import record_carried_out
from openmso.casework.external_review.actions.record_delay import record_delay
from openmso.casework.external_review.actions.record_filed import record_filed
from openmso.casework.external_review.actions.record_not_qualified import record_not_qualified
from openmso.casework.external_review.actions.record_ruling import record_ruling
from openmso.casework.external_review.actions.send_packet import send_packet
from openmso.casework.external_review.domain.delay import DelayReason
from openmso.casework.external_review.domain.forum import Forum
from openmso.casework.external_review.domain.notice import Notice
from openmso.casework.external_review.domain.packet import Doctor, OwedBy
from openmso.casework.external_review.domain.ruling import Answer
from openmso.casework.external_review.models import ExternalReview
from openmso.casework.external_review.queries import papers_of
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.documents.inspection import inspect
from openmso.office.law import office_calendar
from openmso.office.tenants.models import Tenant

from .year.paper import notes_as_pdf

_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)
_OLD, _YEAR = timedelta(days=105), timedelta(days=365)
_OUTSIDE = Doctor(
    name="Dr. Tobias Renner", in_network=False, place="12 Example Court, Pasadena; 626-555-0161"
)
_LETTER = inspect(
    notes_as_pdf("Letter", [["A letter of an invented outside body to an invented plan."]])
)
_RECORDS = inspect(notes_as_pdf("Records", [["Records of an invented patient."]]))
_PROOF = inspect(notes_as_pdf("Visit note", [["The care was given today."]]))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plot:
    """One case of a line of business, begun `days_ago` and then led on by `goes`."""

    line: str
    days_ago: int
    goes: Callable[["OutsideReviews", ExternalReview, datetime], None] | None = None
    forum: Forum = Forum.IMR
    urgent: bool = False


class OutsideReviews:
    """The outside reviews of one office; `now` is its present."""

    def __init__(self, tenant: Tenant, now: datetime) -> None:
        self._tenant, self._now = tenant, now
        desk = Account.objects.filter(
            tenant_id=tenant.id, roles__contains=[Role.SUPERVISOR.value]
        ).order_by("email")
        self._by = desk[0].as_actor()

    def write(self) -> None:
        """Let every case happen, the oldest first; a plot without a no to review is left out."""
        for plot in _PLOTS:
            at = self._now - plot.days_ago * _DAY
            request = self._refused(plot, before=at)
            if request is None:
                continue
            case = self._begun(plot, request, at)
            if plot.goes is not None:
                plot.goes(self, case, at)

    def filed(self, case: ExternalReview, at: datetime) -> datetime:
        at += _DAY
        record_filed(case.id, filed_at=at, way="mail", by=self._by, at=at)
        return at

    def accepted(self, case: ExternalReview, at: datetime) -> datetime:
        at = self.filed(case, at) + 4 * _DAY
        notice = self._notice(at, words="The application qualifies.")
        record_acceptance(
            case.id, notice, expedited=case.urgent, letter=_LETTER, by=self._by, at=at
        )
        return at

    def not_qualified(self, case: ExternalReview, at: datetime) -> None:
        at = self.filed(case, at) + 5 * _DAY
        notice = self._notice(at, words="This is about coverage, not about medical need.")
        record_not_qualified(case.id, notice, letter=_LETTER, by=self._by, at=at)

    def due(self, case: ExternalReview, at: datetime) -> None:
        self._gather(case, self.accepted(case, at) + _HOUR, OwedBy.US)

    def sent(self, case: ExternalReview, at: datetime) -> datetime:
        """Gather our papers and send the packet; doctors outside are slower."""
        at = self.accepted(case, at) + 20 * _HOUR if case.forum == Forum.IMR else at + _DAY
        self._gather(case, at, OwedBy.US, OwedBy.NETWORK_DOCTOR)
        send_packet(case.id, way="portal", by=self._by, at=at)
        return at

    def waiting(self, case: ExternalReview, at: datetime) -> None:
        self.sent(case, at)

    def delayed(self, case: ExternalReview, at: datetime) -> None:
        at = self.sent(case, at) + 3 * _DAY
        record_delay(case.id, DelayReason.DOCTORS_RECORDS, by=self._by, at=at)

    def upheld(self, case: ExternalReview, at: datetime) -> None:
        at = self._ruled(case, at, Answer.FOR_PLAN)
        close_review(case.id, by=self._by, at=at + _DAY)

    def to_carry_out(self, case: ExternalReview, at: datetime) -> None:
        self._ruled(case, at, Answer.FOR_MEMBER)

    def carried_out(self, case: ExternalReview, at: datetime) -> None:
        at = self._ruled(case, at, Answer.FOR_MEMBER) + 5 * _DAY
        record_carried_out(
            case.id,
            served_on=office_calendar(self._tenant.id).local(at - 2 * _DAY).date(),
            served_what="The care that was asked for",
            proof=_PROOF,
            by=self._by,
            at=at,
        )
        close_review(case.id, by=self._by, at=at + _HOUR)

    def _gather(self, case: ExternalReview, at: datetime, *owed_by: OwedBy) -> None:
        """Take in what these owe. Nothing is printed here: the builder shares its work out later,
        and the PDF library does not survive that."""
        for paper in papers_of(case):
            if paper.owed_by in owed_by:
                receive_paper(
                    case.id,
                    paper.id,
                    _RECORDS,
                    source="fax",
                    received_at=at,
                    by=self._by,
                    at=at,
                )

    def _ruled(self, case: ExternalReview, at: datetime, answer: Answer) -> datetime:
        at = self.sent(case, at) + 21 * _DAY
        notice = self._notice(at, words="The reviewers' decision is enclosed.")
        record_ruling(case.id, answer, notice, letter=_LETTER, by=self._by, at=at)
        return at

    def _begun(self, plot: _Plot, request: AuthorizationRequest, at: datetime) -> ExternalReview:
        if plot.forum is Forum.IMR:
            application = Application(urgent=plot.urgent, outside_doctors=(_OUTSIDE,))
            return prepare_application(request.id, application, by=self._by, at=at)
        affirmed = request.appeals.filter(state="upheld").first()
        told = OutsideCase(
            forum=plot.forum,
            asked_at=at - _HOUR,
            told_at=at,
            appeal_id=affirmed.id if affirmed else None,
            urgent=plot.urgent,
            reference="SH-100204" if plot.forum is Forum.STATE_HEARING else "1-100204",
        )
        return open_outside_case(request.id, told, by=self._by, at=at)

    def _refused(self, plot: _Plot, *, before: datetime) -> AuthorizationRequest | None:
        """Return the newest no before that time that no desk works on: an old one, or, for the
        Medicare entity, one that an appeal has affirmed."""
        affirmed = Q(appeals__state="upheld", appeals__closed_at__lt=before)
        entity = plot.forum is Forum.MEDICARE_ENTITY
        span = (before - _YEAR, before) if entity else (self._now - 140 * _DAY, self._now - _OLD)
        taken = ExternalReview.objects.filter(tenant_id=self._tenant.id).values("request_id")
        return (
            AuthorizationRequest.objects.filter(
                affirmed if entity else Q(appeals=None),
                tenant_id=self._tenant.id,
                line_of_business=plot.line,
                state="denied",
                decided_at__range=span,
            )
            .exclude(id__in=taken)
            .order_by("-decided_at", "id")
            .first()
        )

    def _notice(self, at: datetime, *, words: str) -> Notice:
        dated_on = office_calendar(self._tenant.id).local(at - _DAY).date()
        return Notice(
            dated_on=dated_on, received_at=at, way="mail", reference="MN-100204", words=words
        )


_PLOTS = (
    _Plot(line="KK", days_ago=100, goes=OutsideReviews.carried_out),
    _Plot(line="KK", days_ago=80, goes=OutsideReviews.upheld),
    _Plot(line="MEDI-CAL", days_ago=36, goes=OutsideReviews.to_carry_out),
    _Plot(line="MA", days_ago=20, goes=OutsideReviews.waiting, forum=Forum.MEDICARE_ENTITY),
    _Plot(line="KK", days_ago=19, goes=OutsideReviews.delayed),
    _Plot(line="MEDI-CAL", days_ago=14, goes=OutsideReviews.not_qualified),
    _Plot(line="KK", days_ago=6, goes=OutsideReviews.due, urgent=True),
    _Plot(line="MEDI-CAL", days_ago=3, forum=Forum.STATE_HEARING, urgent=True),
    _Plot(line="KK", days_ago=1),
)


def write_outside_reviews(tenant: Tenant, *, at: datetime) -> None:
    """Write the office's outside reviews."""
    OutsideReviews(tenant, at).write()
