"""What happens to an appeal about a claim after its answer: the file leaves, the claim is paid."""

from datetime import datetime
from decimal import Decimal

from django import forms

from openmso.casework.appeals.actions.note_case_file_sent import note_case_file_sent
from openmso.casework.appeals.actions.record_entity_answer import record_entity_answer
from openmso.casework.appeals.actions.record_payment import record_payment
from openmso.casework.appeals.clock_keeping import order_to_carry_out
from openmso.casework.appeals.domain.claim import PayTo
from openmso.casework.appeals.models import Appeal
from openmso.casework.appeals.queries import orders_of
from openmso.casework.prior_auth.domain.ruling import RuledBy
from openmso.channels.ui.forms import DateField
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission

from .act import Act

PAY_TO = [
    (PayTo.PROVIDER.value, "Whoever gave the care"),
    (PayTo.MEMBER.value, "The member, who paid it already"),
]


class CaseFileSent(Act):
    permission = Permission.APPEAL_PREPARE
    url = "staff:appeal_file_sent"
    title = "The case file has left"
    button = "Keep it"
    before = "For the independent entity. The due time of sending is met by this."
    when = "Left"
    time_help = "The time of the receipt: 9:45 AM"

    @classmethod
    def is_open_for(cls, appeal: Appeal) -> bool:
        return appeal.about_payment and appeal.sends_on and appeal.case_file_sent_at is None

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        note_case_file_sent(self.case.id, sent_at=self.happened_at, by=by, at=at)
        return "It is on record that the case file left."


class EntityAnswer(Act):
    permission = Permission.APPEAL_PREPARE
    url = "staff:appeal_entity_answer"
    title = "The independent entity answered"
    button = "Keep its answer and carry it out"
    before = "What it orders is ordered here in the same act, with its own time to pay."
    when = "Received"
    file_label = "The answer itself"

    amount = forms.DecimalField(
        label="How much we must pay, in dollars",
        help_text="0 when our no stands.",
        min_value=0,
        max_digits=12,
        decimal_places=2,
        widget=forms.TextInput({"inputmode": "decimal", "class": "usa-input--small"}),
    )
    pay_to = forms.ChoiceField(label="Whom we pay", widget=forms.RadioSelect, choices=PAY_TO)

    @classmethod
    def is_open_for(cls, appeal: Appeal) -> bool:
        if not appeal.about_payment or appeal.case_file_sent_at is None:
            return False
        return all(one.ordered_by != RuledBy.INDEPENDENT_ENTITY for one in orders_of(appeal))

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        record_entity_answer(
            self.case.id,
            amount=said["amount"],
            pay_to=PayTo(said["pay_to"]),
            notice=self.paper(),
            received_at=self.happened_at,
            by=by,
            at=at,
        )
        if said["amount"] == Decimal(0):
            return "Its answer is kept. Our no stands."
        return "Its answer is kept and the payment is ordered."


class RecordPayment(Act):
    permission = Permission.APPEAL_PREPARE
    url = "staff:appeal_paid"
    title = "Prove that it was paid"
    button = "Keep the proof of payment"
    before = "Without the paper that shows it, the appeal stays on the list."
    file_label = "The proof: a remittance, a check copy, a bank receipt"

    paid_on = DateField(label="Paid on", help_text="For example 11/22/2026")

    @classmethod
    def is_open_for(cls, appeal: Appeal) -> bool:
        return order_to_carry_out(appeal) is not None

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        paid_on = self.cleaned_data["paid_on"]
        record_payment(self.case.id, paid_on=paid_on, proof=self.paper(), by=by, at=at)
        return "The payment is proven and nothing more is owed."


PAYMENT_ACTS: tuple[type[Act], ...] = (RecordPayment, CaseFileSent, EntityAnswer)
