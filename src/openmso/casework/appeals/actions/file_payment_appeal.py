"""Somebody asks us to pay for care that was given: the claim is kept with its appeal.

It is never handled fast: the care was given, so waiting for the answer cannot harm the member.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.permissions import Permission
from openmso.office.documents.inspection import Inspected
from openmso.office.law import office_calendar
from openmso.office.timeline.action import action
from openmso.roster.eligibility.domain.coverage import Coverage
from openmso.roster.eligibility.queries import coverage_on
from openmso.roster.members.queries import member_for

from ..domain.claim import Claim
from ..domain.filing import Filing, NotPossible
from ..domain.payment import require_claim, require_filer
from ..domain.states import OPEN, WITHOUT_ANSWER
from ..models import Appeal, DeniedPayment
from ..steps.sent_before import sent_before
from ..steps.taking_in import Subject, new_appeal, require_filing, take_in
from .file_appeal import AppealedAlready, NothingToAppeal


@action
def file_payment_appeal(
    filing: Filing,
    *,
    files: Sequence[tuple[str, Inspected]] = (),
    by: Actor,
    at: datetime,
) -> Appeal:
    """Open an appeal about a claim that was not paid; the same form twice is one appeal.

    The claim is covered by the plan of the member that pays first on the day of the care, or by the
    one the claim names. Raises NotPossible, NothingToAppeal, AppealedAlready, SameKeyOtherContent.
    """
    by.require(Permission.APPEAL_FILE)
    claim = filing.claim
    if claim is None:
        raise ValueError("this appeal names no claim: see file_appeal")
    require_filing(filing, by=by, at=at)
    require_claim(claim, today=office_calendar(by.tenant_id).local(filing.received_at).date())
    if (before := sent_before(filing, by=by, at=at)) is not None:
        return before
    member = member_for(by, claim.member_id)
    covered = _coverage(by.tenant_id, claim)
    require_filer(covered.line_of_business, filing.filed_by)
    payment = _kept(claim, covered, by=by, at=at)
    subject = Subject(
        payment=payment,
        told_on=claim.told_on,
        member=member,
        plan=payment.plan,
        ipa=payment.ipa,
        line_of_business=payment.line_of_business,
    )
    appeal = new_appeal(filing, subject, by=by, at=at)
    _refuse_second(payment)
    take_in(appeal, filing, files, by=by, at=at, claim=payment.claim_number)
    return appeal


def _coverage(tenant_id: UUID, claim: Claim) -> Coverage:
    found = coverage_on(tenant_id, claim.member_id, claim.served_on, plan_id=claim.plan_id)
    if found is None:
        raise NothingToAppeal("No plan of ours covered the member on the day of the care.")
    return found


def _kept(claim: Claim, covered: Coverage, *, by: Actor, at: datetime) -> DeniedPayment:
    """Keep the claim, or return it as it was kept with an earlier appeal about it."""
    before = DeniedPayment.objects.filter(
        tenant_id=by.tenant_id, member_id=claim.member_id, claim_number=claim.number.strip()
    ).first()
    if before is not None:
        if (before.served_on, before.amount) != (claim.served_on, claim.amount):
            raise NotPossible("This claim is known with another day or amount. Look at it again.")
        return before
    decided_by = _decided_by(claim, by=by)
    try:
        with transaction.atomic():
            return DeniedPayment.objects.create(
                tenant_id=by.tenant_id,
                claim_number=claim.number.strip(),
                member_id=claim.member_id,
                plan_id=covered.plan_id,
                ipa_id=covered.ipa_id,
                line_of_business=covered.line_of_business,
                member_number=covered.member_number,
                provider_name=claim.provider_name.strip(),
                service=claim.service.strip(),
                served_on=claim.served_on,
                amount=claim.amount,
                told_on=claim.told_on,
                basis=claim.basis,
                decided_by=decided_by,
                decided_by_name=decided_by.name if decided_by else "",
                recorded_at=at,
            )
    except IntegrityError:
        raise NotPossible("Somebody keyed this claim in just now. Look for its appeal.") from None


def _decided_by(claim: Claim, *, by: Actor) -> Account | None:
    if claim.decided_by_id is None:
        return None
    return Account.objects.get(tenant_id=by.tenant_id, id=claim.decided_by_id)


def _refuse_second(payment: DeniedPayment) -> None:
    # Held until the transaction ends: two people who file at once are told of each other.
    DeniedPayment.objects.select_for_update().get(tenant_id=payment.tenant_id, id=payment.id)
    for other in Appeal.objects.filter(tenant_id=payment.tenant_id, payment_id=payment.id):
        if other.state in OPEN:
            raise AppealedAlready(other.number)
        if other.state not in WITHOUT_ANSWER:
            raise NothingToAppeal(
                f"We answered this already, under {other.number}. That letter says who looks next."
            )
