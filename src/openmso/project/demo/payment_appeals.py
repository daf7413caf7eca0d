"""Appeals about claims that were not paid, in each of their states, and fast answers refused.

Everything happens through the actions people use, at its own time; claims and people are invented.
"""

from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from django.db.models import Q

from openmso.casework.appeals.actions.choose_reviewer import choose_reviewer
from openmso.casework.appeals.actions.file_appeal import file_appeal
from openmso.casework.appeals.actions.file_payment_appeal import file_payment_appeal
from openmso.casework.appeals.actions.note_case_file_sent import note_case_file_sent
from openmso.casework.appeals.actions.open_paper import open_paper
from openmso.casework.appeals.actions.order_payment import order_payment
from openmso.casework.appeals.actions.record_entity_answer import record_entity_answer
from openmso.casework.appeals.actions.record_payment import record_payment
from openmso.casework.appeals.actions.refuse_fast import refuse_fast
from openmso.casework.appeals.actions.uphold import uphold
from openmso.casework.appeals.domain.claim import Basis, Claim, PayTo
from openmso.casework.appeals.domain.filing import Channel, Filing
from openmso.casework.appeals.domain.speed import Refusal
from openmso.casework.appeals.domain.types import FiledBy
from openmso.casework.appeals.models import Appeal
from openmso.casework.appeals.queries import papers_of
from openmso.casework.appeals.upholding import Stands
from openmso.casework.criteria.models import CriteriaEdition
from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.roles import Role
from openmso.office.documents.inspection import inspect
from openmso.office.law import office_calendar
from openmso.office.tenants.models import Tenant
from openmso.roster.eligibility.models import CoverageSpan

from .appeals import REVIEWER
from .year.paper import notes_as_pdf

_DAY = timedelta(days=1)
_NOTES = inspect(notes_as_pdf("Emergency room", [["Chest pain at night. Kept until noon."]]))
_PROOF = inspect(notes_as_pdf("Remittance advice", [["Paid by transfer."]]))
_RULING = inspect(notes_as_pdf("Independent entity", [["The plan must pay this claim."]]))
_GROUP = "Seaside Emergency Group"


class PaymentAppeals:
    """The appeals of one office about payments; `now` is its present."""

    def __init__(self, tenant: Tenant, reviewer: Account, now: datetime) -> None:
        self._tenant, self._now, self._reviewer = tenant, now, reviewer.as_actor()
        desk = Account.objects.filter(tenant=tenant, roles__contains=[Role.SUPERVISOR.value])
        self._desk: Actor = desk.filter(ipa_ids=[]).order_by("email")[0].as_actor()
        edition = CriteriaEdition.objects.filter(tenant=tenant).order_by("key", "id")[0]
        self._stands = Stands(
            ground=Ground.MEDICAL_APPROPRIATENESS,
            clinical_reason="The notes do not document an emergency.",
            plain_reason="The notes do not show that it could not wait.",
            plain_reason_es="Las notas no muestran que no podía esperar.",
            criteria_edition_id=edition.id,
        )
        self._taken: set[UUID] = set()

    def write(self) -> None:
        """Let each of them happen, one for every state."""
        if ruled := self._unpaid("MA", days_ago=50):
            self._paid_after_a_ruling(ruled)
        if paid := self._unpaid("MA", days_ago=24):
            self._prove(paid, at=self._order(paid) + 4 * _DAY)
        if ordered := self._unpaid("MEDI-CAL", days_ago=16):
            self._order(ordered)
        if reviewed := self._unpaid("KK", days_ago=8):
            self._give(reviewed)
        self._unpaid("MA", days_ago=5, filed_by=FiledBy.NONCONTRACT_PROVIDER)
        told_how = "We called the member at 213-555-0142."
        for line, days_ago in (("MA", 4), ("MEDI-CAL", 2), ("KK", 1)):
            self._not_fast(line, days_ago=days_ago, told_how=told_how if days_ago == 4 else "")

    def _unpaid(
        self, line: str, *, days_ago: int, filed_by: FiledBy = FiledBy.MEMBER
    ) -> Appeal | None:
        at = self._now - days_ago * _DAY - timedelta(hours=4)
        served_on = (at - 40 * _DAY).date()
        covered = self._covered(line, served_on)
        if covered is None:
            return None
        name = covered.member.full_name
        claim = Claim(
            member_id=covered.member_id,
            number=f"CL-{at:%y%m%d}-{days_ago:03}",
            served_on=served_on,
            amount=Decimal("1240.00") + days_ago,
            service="Emergency room visit",
            provider_name=_GROUP,
            told_on=(at - 12 * _DAY).date(),
            basis=Basis.EMERGENCY_PAYMENT,
            plan_id=covered.plan_id,
        )
        filing = Filing(
            client_key=f"unpaid-{days_ago}",
            claim=claim,
            channel=Channel.MAIL,
            received_at=at,
            filed_by=filed_by,
            filed_by_name=name if filed_by is FiledBy.MEMBER else _GROUP,
            words="I could not wait: it was an emergency. Please pay the hospital.",
        )
        return file_payment_appeal(filing, files=(("Notes", _NOTES),), by=self._desk, at=at)

    def _not_fast(self, line: str, *, days_ago: int, told_how: str) -> None:
        at = self._now - days_ago * _DAY - timedelta(hours=5)
        case = self._denied(line, at)
        if case is None:
            return
        filing = Filing(
            client_key=f"not-fast-{days_ago}",
            request_id=case.id,
            channel=Channel.PHONE,
            received_at=at,
            filed_by=FiledBy.MEMBER,
            filed_by_name=case.member.full_name,
            words="I want an answer this week. I do not like to wait.",
            fast=True,
            fast_because="The member wants to know before a trip.",
        )
        appeal = file_appeal(filing, by=self._desk, at=at)
        refused_at = self._give(appeal) + timedelta(hours=1)
        refusal = Refusal(
            why="Your health is the same. It does not get worse if you wait.",
            why_es="Su salud está igual. No empeora si espera.",
            told_at=refused_at if told_how else None,
            told_how=told_how,
        )
        refuse_fast(appeal.id, refusal, by=self._reviewer, at=refused_at)

    def _give(self, appeal: Appeal) -> datetime:
        """Give it to the reviewer, who reads everything; return when that was done."""
        at = appeal.received_at + timedelta(hours=3)
        if self._reviewer.id is None:
            raise ValueError("a reviewer has an account")
        choose_reviewer(appeal.id, reviewer_id=self._reviewer.id, by=self._desk, at=at)
        for paper in papers_of(appeal):
            open_paper(appeal.id, paper.id, by=self._reviewer, at=at)
        appeal.refresh_from_db()
        return at

    def _order(self, appeal: Appeal) -> datetime:
        at = self._give(appeal) + 2 * _DAY
        why = "The notes show an emergency."
        order_payment(
            appeal.id,
            pay_to=PayTo.PROVIDER,
            why=why,
            by=self._reviewer,
            at=at,
            version=appeal.version,
        )
        return at

    def _prove(self, appeal: Appeal, *, at: datetime) -> None:
        paid_on = office_calendar(self._tenant.id).local(at).date()
        record_payment(appeal.id, paid_on=paid_on, proof=_PROOF, by=self._desk, at=at)

    def _paid_after_a_ruling(self, appeal: Appeal) -> None:
        at = self._give(appeal) + 3 * _DAY
        uphold(appeal.id, stands=self._stands, by=self._reviewer, at=at, version=appeal.version)
        note_case_file_sent(appeal.id, sent_at=at + _DAY, by=self._desk, at=at + _DAY)
        ruled_at = at + 30 * _DAY
        record_entity_answer(
            appeal.id,
            amount=appeal.of_payment().amount,
            pay_to=PayTo.MEMBER,
            notice=_RULING,
            received_at=ruled_at,
            by=self._desk,
            at=ruled_at,
        )

    def _covered(self, line: str, on: date) -> CoverageSpan | None:
        """Return the coverage of a member whom nobody here has met yet."""
        found = CoverageSpan.objects.select_related("member").filter(
            Q(until_on=None) | Q(until_on__gt=on),
            tenant=self._tenant,
            plan__line_of_business=line,
            from_on__lte=on,
            known_until=None,
            member__deceased_on=None,
        )
        covered = found.exclude(member_id__in=self._taken).order_by("member_id", "id").first()
        if covered is not None:
            self._taken.add(covered.member_id)
        return covered

    def _denied(self, line: str, at: datetime) -> AuthorizationRequest | None:
        """Return a no that nobody appealed."""
        found = AuthorizationRequest.objects.select_related("member").filter(
            tenant=self._tenant,
            state__in=["denied", "partly_approved"],
            line_of_business=line,
            urgency="standard",
            appeals=None,
            reopened_at=None,
            decided_at__range=(at - 60 * _DAY, at - _DAY),
        )
        return found.order_by("-decided_at", "id").first()


def write_payment_appeals(tenant: Tenant, *, at: datetime) -> None:
    """Write the appeals about payments of the office that has somebody to answer them."""
    reviewer = Account.objects.filter(tenant=tenant, email=REVIEWER).first()
    if reviewer is not None:
        PaymentAppeals(tenant, reviewer, at).write()
