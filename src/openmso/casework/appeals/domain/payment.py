"""An appeal because we did not pay for care that was given: what can be so, what can be ordered.

There is no claims system here: the order to pay goes to whoever keeps the claims, and comes back as
a paper that shows the payment. Sources: 42 CFR 422.574(b), 422.580, 422.618(a)(2), (b)(2).
"""

from datetime import date, datetime
from decimal import Decimal

from openmso.casework.prior_auth.domain.ruling import NotAYes
from openmso.rulebook.book import Rulebook
from openmso.standards.calendars import OfficeCalendar

from .claim import Claim
from .filing import NotPossible
from .types import FiledBy, may_file


def require_claim(claim: Claim, *, today: date) -> None:
    """Raise NotPossible when it cannot have happened like this."""
    if not claim.number.strip():
        raise NotPossible("Write the number of the claim.")
    if claim.amount <= 0:
        raise NotPossible("Write the amount that was not paid.")
    if claim.told_on > today:
        raise NotPossible("The day on the notice has not come yet.")
    if claim.served_on > claim.told_on:
        raise NotPossible("The care was given before the notice about it was written.")


def require_filer(line_of_business: str, filed_by: FiledBy) -> None:
    """Raise NotPossible for somebody whom the law gives another way about a payment."""
    if not may_file(line_of_business, filed_by, about_payment=True):
        raise NotPossible(
            "Here only the member, or somebody for them, can appeal about a payment. A provider"
            " asks for a provider's dispute."
        )


def require_order(amount: Decimal, *, refused: Decimal, ordered: Decimal = Decimal(0)) -> None:
    """Raise NotAYes unless `amount` gives something of what was refused, and no more than it.

    `ordered` was ordered before.
    """
    if amount <= 0:
        raise NotAYes("This order pays nothing.")
    if amount + ordered > refused:
        raise NotAYes(f"Only ${refused - ordered:,.2f} of this claim is left.")


def why_not_dismissed_yet(
    line_of_business: str,
    filed_by: str,
    *,
    until: datetime | None,
    at: datetime,
    book: Rulebook,
    office: OfficeCalendar,
) -> str:
    """Return why a paper that never came is not yet a reason to dismiss; empty when it is one.

    A provider without a contract may hand the waiver in until the time for filing is over.
    """
    answers = book.answers_in_force(
        "appeals/payment_decision",
        on=office.local(at).date(),
        facts={"line_of_business": line_of_business, "filed_by": filed_by},
    )
    waits = any(answer.starts_at == "liability_waived" for answer in answers)
    if waits and until is not None and at <= until:
        last = office.local(until).date()
        return f"The waiver may still come until {last:%m/%d/%Y}, the last day for filing."
    return ""
