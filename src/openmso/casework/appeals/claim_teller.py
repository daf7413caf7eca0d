"""What the letters of an appeal about a payment say of it: the claim as merge fields."""

from openmso.office.law import office_calendar
from openmso.office.letters.fields import CaseFacts, Claim, Wording
from openmso.office.tenants.queries import tenant_by_id

from .models import DeniedPayment

_ASKED = {"en": "payment for care that you had", "es": "el pago de una atención que usted recibió"}


class ClaimTeller:
    """Tells one claim's facts in English or Spanish."""

    def __init__(self, payment: DeniedPayment, language: str) -> None:
        self.payment = payment
        self.language = language if language == "es" else "en"
        self.office = office_calendar(payment.tenant_id)

    def case(self) -> CaseFacts:
        payment = self.payment
        return CaseFacts(
            request_number=payment.claim_number,
            member_name=payment.member.full_name,
            member_number=payment.member_number,
            plan_name=payment.plan.name if payment.plan else "",
            line_of_business=payment.line_of_business,
            received_on=payment.told_on,
            requested_by=payment.provider_name,
            asked=Wording(text=_ASKED[self.language], language=self.language),
            services=(),
            time_zone=tenant_by_id(payment.tenant_id).time_zone,
            claim=Claim(
                service=Wording(text=payment.service),
                served_on=payment.served_on,
                amount=f"${payment.amount:,.2f}",
            ),
        )
