"""The answers a reviewer can sign, each on a page of its own."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from django import forms

from openmso.casework.appeals.actions.order_payment import order_part_of_payment, order_payment
from openmso.casework.appeals.actions.overturn import overturn
from openmso.casework.appeals.actions.overturn_in_part import overturn_in_part
from openmso.casework.appeals.actions.uphold import uphold
from openmso.casework.appeals.domain.claim import PayTo
from openmso.casework.appeals.domain.states import State
from openmso.casework.appeals.models import Appeal
from openmso.casework.appeals.subject import plan_and_year
from openmso.casework.appeals.upholding import Stands
from openmso.casework.criteria.queries import editions_of
from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.models import RequestedService
from openmso.channels.ui.forms import Tile
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.roster.benefits.models import BenefitSection

from ..prior_auth.decide.reading import reading_of
from ..prior_auth.words.states import quantity
from .act import Act
from .payment_acts import PAY_TO


class _Answer(Act):
    """An answer: only while the appeal lies with a reviewer. `about_payment` says about what."""

    permission = Permission.APPEAL_ANSWER
    about_payment: ClassVar[frozenset[bool]] = frozenset({False})
    version = forms.IntegerField(widget=forms.HiddenInput)

    def fill(self) -> None:
        self.initial["version"] = self.case.version

    @classmethod
    def is_open_for(cls, appeal: Appeal) -> bool:
        if appeal.about_payment not in cls.about_payment:
            return False
        return appeal.state == State.WITH_REVIEWER


class Overturn(_Answer):
    url = "staff:appeal_overturn"
    title = "Take the whole no back"
    button = "Sign: approve everything"
    before = (
        "The request is opened again and authorized in the same act; member and practice get their "
        "letters."
    )

    why = forms.CharField(label="What changed the answer, in one sentence", max_length=300)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        overturn(self.case.id, why=said["why"], by=by, at=at, version=said["version"])
        return "The no is taken back and the care is authorized."


class Uphold(_Answer):
    url = "staff:appeal_uphold"
    about_payment = frozenset({False, True})
    title = "Let the no stand"
    button = "Sign: the no stands"
    before = (
        "Only after you opened every paper. The member's letter names every way to go on. Where "
        "the law sends the case on by itself, the case file is owed at once."
    )

    ground = forms.ChoiceField(
        label="Ground",
        widget=forms.RadioSelect,
        choices=[
            (
                Ground.MEDICAL_APPROPRIATENESS.value,
                Tile("Not medically appropriate", "Measured by the criteria of this case."),
            ),
            (
                Ground.NOT_COVERED.value,
                Tile("Not a covered benefit", "By a section of the member's plan and year."),
            ),
        ],
    )
    criteria_edition = forms.ChoiceField(label="Criteria", required=False)
    benefit_section = forms.ChoiceField(label="Benefit section", required=False)
    clinical_reason = forms.CharField(
        label="Clinical reason", widget=forms.Textarea({"rows": 4}), max_length=6000
    )
    plain_reason = forms.CharField(
        label="Reason in plain words, for the member",
        widget=forms.Textarea({"rows": 4}),
        max_length=3000,
        help_text="Short sentences, short words: grade 6 or below.",
    )
    plain_reason_es = forms.CharField(
        label="The same reason in Spanish",
        widget=forms.Textarea({"rows": 4, "lang": "es"}),
        max_length=3000,
        help_text="The member reads Spanish.",
    )

    def fill(self) -> None:
        super().fill()
        section: Any = self.fields["benefit_section"]
        section.choices = [
            ("", "- Select -"),
            *((str(one.id), f"{one.section} {one.title}") for one in _sections(self.case)),
        ]
        criteria: Any = self.fields["criteria_edition"]
        criteria.choices = [("", "- Select -"), *_criteria(self.case)]
        if not self.case.about_payment:
            del self.fields["criteria_edition"]
        if self.case.member.language.partition("-")[0] != "es":
            del self.fields["plain_reason_es"]

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        if typed.get("ground") == Ground.NOT_COVERED and not typed.get("benefit_section"):
            self.add_error("benefit_section", "Name the section that leaves this out.")
        medical = typed.get("ground") == Ground.MEDICAL_APPROPRIATENESS
        if medical and "criteria_edition" in self.fields and not typed.get("criteria_edition"):
            self.add_error("criteria_edition", "Name the criteria it was measured by.")
        reading = reading_of(typed.get("plain_reason") or "")
        if reading.too_hard:
            self.add_error("plain_reason", reading.sentence)
        return typed

    def stands(self) -> Stands:
        """Return the no as written; the form must be valid."""
        said = self.cleaned_data
        medical = said["ground"] == Ground.MEDICAL_APPROPRIATENESS
        section = "" if medical else said["benefit_section"]
        edition = said.get("criteria_edition", "") if medical else ""
        return Stands(
            ground=Ground(said["ground"]),
            clinical_reason=said["clinical_reason"],
            plain_reason=said["plain_reason"],
            plain_reason_es=said.get("plain_reason_es", ""),
            benefit_section_id=UUID(section) if section else None,
            criteria_edition_id=UUID(edition) if edition else None,
        )

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        version = self.cleaned_data["version"]
        uphold(self.case.id, stands=self.stands(), by=by, at=at, version=version)
        return "The no stands. The member's letter is ordered."


class OverturnInPart(Uphold):
    url = "staff:appeal_part"
    about_payment = frozenset({False})
    title = "Take a part of the no back"
    button = "Sign: approve a part"
    before = (
        "What you approve is authorized in the same act. The rest is a no that stands: same "
        "conditions, same letter, same rights."
    )

    def fill(self) -> None:
        super().fill()
        self.lines = list(_services(self.case))
        for one in self.lines:
            self.fields[f"line_{one.line}"] = forms.DecimalField(
                label=f"{one.code}: how many of {quantity(float(one.quantity), one.unit)} in all?",
                min_value=one.approved_quantity or Decimal(0),
                max_value=one.quantity,
                decimal_places=2,
                initial=one.approved_quantity or Decimal(0),
                widget=forms.TextInput({"inputmode": "decimal", "class": "usa-input--small"}),
            )

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        overturn_in_part(
            self.case.id,
            approved={one.line: said[f"line_{one.line}"] for one in self.lines},
            stands=self.stands(),
            by=by,
            at=at,
            version=said["version"],
        )
        return "A part is authorized, and for the rest the no stands."


def _pay_to() -> forms.ChoiceField:
    return forms.ChoiceField(label="Whom we pay", widget=forms.RadioSelect, choices=PAY_TO)


class OrderPayment(_Answer):
    url = "staff:appeal_pay"
    about_payment = frozenset({True})
    title = "Take the no back and order the payment"
    button = "Sign: pay all of it"
    before = (
        "All of what was refused is ordered in the same act, and the member gets a letter. The "
        "appeal stays on the list until a paper shows that it was paid."
    )

    why = forms.CharField(label="What changed the answer, in one sentence", max_length=300)
    pay_to = _pay_to()

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        order_payment(
            self.case.id,
            pay_to=PayTo(said["pay_to"]),
            why=said["why"],
            by=by,
            at=at,
            version=said["version"],
        )
        return "The no is taken back and the payment is ordered."


class OrderPart(Uphold):
    url = "staff:appeal_pay_part"
    about_payment = frozenset({True})
    title = "Order a part of the payment"
    button = "Sign: pay a part"
    before = (
        "What you order is to be paid. The rest is a no that stands: same conditions, same letter, "
        "same rights."
    )

    amount = forms.DecimalField(
        label="How much to pay, in dollars",
        min_value=0,
        max_digits=12,
        decimal_places=2,
        widget=forms.TextInput({"inputmode": "decimal", "class": "usa-input--small"}),
    )
    pay_to = _pay_to()

    def fill(self) -> None:
        super().fill()
        refused = self.case.payment.amount if self.case.payment else Decimal(0)
        self.fields["amount"].help_text = f"Not paid: ${refused:,.2f}."

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        order_part_of_payment(
            self.case.id,
            amount=said["amount"],
            pay_to=PayTo(said["pay_to"]),
            stands=self.stands(),
            by=by,
            at=at,
            version=said["version"],
        )
        return "A part is ordered to be paid, and for the rest the no stands."


ANSWERS: tuple[type[Act], ...] = (Overturn, OverturnInPart, OrderPayment, OrderPart, Uphold)


def _sections(appeal: Appeal) -> Sequence[BenefitSection]:
    plan_id, year = plan_and_year(appeal)
    found = BenefitSection.objects.filter(
        tenant_id=appeal.tenant_id, plan_id=plan_id, year=year, covered=False
    )
    return list(found.order_by("section"))


def _criteria(appeal: Appeal) -> list[tuple[str, str]]:
    """Return the criteria by which care on the day of the claim was measured."""
    if appeal.payment is None:
        return []
    on = appeal.payment.served_on
    in_force = (
        one
        for one in editions_of(appeal.tenant_id)
        if one.from_on <= on and (one.until_on is None or on < one.until_on)
    )
    return [(str(one.id), f"{one.title}, {one.edition}") for one in in_force]


def _services(appeal: Appeal) -> Sequence[RequestedService]:
    found = RequestedService.objects.filter(
        tenant_id=appeal.tenant_id, request_id=appeal.request_id
    )
    return list(found.order_by("line"))
