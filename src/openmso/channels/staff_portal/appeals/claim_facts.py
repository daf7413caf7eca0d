"""The claim of an appeal about a payment, and what was ordered about it, in words."""

from zoneinfo import ZoneInfo

from openmso.casework.appeals.domain.claim import Basis, PayTo
from openmso.casework.appeals.models import Appeal, PaymentOrder
from openmso.casework.prior_auth.domain.ruling import RuledBy
from openmso.channels.ui.presenters.facts import Fact
from openmso.channels.ui.words_for_time import staff_date, staff_time

BASES = {
    Basis.MEDICAL_NECESSITY: "Not medically needed",
    Basis.NOT_COVERED: "Not a covered benefit",
    Basis.EMERGENCY_PAYMENT: "Said not to have been an emergency",
}
PAY_TO = {PayTo.PROVIDER: "whoever gave the care", PayTo.MEMBER: "the member, who paid it already"}


def claim_facts(appeal: Appeal) -> list[Fact]:
    """Return what the notice said; empty for an appeal about care."""
    claim = appeal.payment
    if claim is None:
        return []
    pairs = (
        ("Claim", claim.claim_number),
        ("The care", f"{claim.service}, {staff_date(claim.served_on)}"),
        ("Given by", claim.provider_name),
        ("Not paid", f"${claim.amount:,.2f}"),
        ("Notice dated", staff_date(claim.told_on)),
        ("Why it was not paid", BASES[Basis(claim.basis)]),
        ("Who of us said no", claim.decided_by_name or "Nobody of this office"),
    )
    return [Fact(label=label, value=value) for label, value in pairs]


def order_facts(order: PaymentOrder, zone: ZoneInfo) -> list[Fact]:
    """Return what was ordered, by whom, and how we know that it was paid."""
    signed = f", signed by {order.signed_by_name}" if order.signed_by_name else ""
    paid = (
        f"Paid on {staff_date(order.paid_on)}; proof: {order.proof.title}"
        if order.paid_on and order.proof
        else "Not paid yet"
    )
    pairs = (
        ("Ordered", f"${order.amount:,.2f}, to {PAY_TO[PayTo(order.pay_to)]}"),
        (
            "By",
            f"{RuledBy(order.ordered_by).label}, "
            f"{staff_time(order.notice_received_at, zone)}{signed}",
        ),
        ("Carried out", paid),
    )
    return [Fact(label=label, value=value) for label, value in pairs]
