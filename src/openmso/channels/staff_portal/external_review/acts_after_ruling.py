"""What the desk does with a ruling: keep it, carry it out, prove it, close."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django import forms

from openmso.casework.external_review.actions.close_review import close_review, withdraw_review
from openmso.casework.external_review.actions.record_carried_out import record_carried_out
from openmso.casework.external_review.actions.record_ruling import record_ruling
from openmso.casework.external_review.actions.send_evidence import send_evidence
from openmso.casework.external_review.domain.ruling import Answer
from openmso.casework.external_review.domain.states import Move, State
from openmso.casework.external_review.models import ExternalReview
from openmso.channels.ui.forms import DateField, Tile
from openmso.office.access.actor import Actor

from .act import WAYS, Act, NoticeAct
from .acts_until_ruled import open_move

_GIVEN = "given_"


class Ruled(NoticeAct):
    name = "ruling"
    title = "Record the ruling"
    button = "Keep the ruling and carry it out"
    before = (
        "A ruling for the member opens the request again, authorizes it, writes to the practice "
        "and the member, and starts the time to carry it out, all in this step."
    )
    file_needed = True

    answer = forms.ChoiceField(
        label="Who was right",
        widget=forms.RadioSelect,
        choices=[
            (Answer.FOR_MEMBER.value, "The member: our no is overturned"),
            (
                Answer.PARTLY.value,
                Tile("The member in part", "Fill in below how much of each service is given."),
            ),
            (Answer.FOR_PLAN.value, "The plan: our no stands"),
        ],
    )

    def fill(self) -> None:
        super().fill()
        for service in self.case.request.services.order_by("line"):
            self.fields[f"{_GIVEN}{service.line}"] = forms.DecimalField(
                label=f"How much of {service.description or service.code} in all",
                help_text=f"Asked: {service.quantity.normalize():f} {service.unit}. "
                "Only for a ruling in part.",
                min_value=0,
                max_digits=8,
                decimal_places=2,
                required=False,
            )

    @classmethod
    def is_open_for(cls, case: ExternalReview) -> bool:
        return open_move(case, Move.RULE_FOR_MEMBER)

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        if typed.get("answer") == Answer.PARTLY and not self._given():
            self.add_error("answer", "Fill in how much of each service the ruling gives.")
        return typed

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        answer = Answer(self.cleaned_data["answer"])
        case = record_ruling(
            self.case.id,
            answer,
            self.notice(),
            letter=self.paper(),
            approved=self._given() if answer is Answer.PARTLY else None,
            by=by,
            at=at,
            version=self.cleaned_data["version"],
        )
        if not case.authorization_number:
            return "The ruling is kept. Our no stands."
        return f"Authorized under {case.authorization_number}. Now the proof of service is owed."

    def _given(self) -> Mapping[int, Decimal]:
        return {
            int(name.removeprefix(_GIVEN)): amount
            for name, amount in self.cleaned_data.items()
            if name.startswith(_GIVEN) and amount is not None
        }


class Proof(Act):
    name = "proof"
    title = "Prove that the care was given"
    button = "Keep the proof of service"
    before = "Without it this case cannot be closed."
    file_label = "The proof: a note of the visit, a claim, a delivery slip"
    file_needed = True

    served_on = DateField(label="Care given on", help_text="For example 11/22/2026")
    served_what = forms.CharField(label="What was given", max_length=300)

    @classmethod
    def is_open_for(cls, case: ExternalReview) -> bool:
        return open_move(case, Move.PROVE)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        record_carried_out(
            self.case.id,
            served_on=said["served_on"],
            served_what=said["served_what"],
            proof=self.paper(),
            by=by,
            at=at,
            version=said["version"],
        )
        return "The ruling is carried out and proven."


class Evidence(Act):
    name = "evidence"
    title = "Send the evidence to the outside body"
    button = "Print it and keep that it went"
    before = "Ruling, authorization and proof of service, on one paper."

    way = forms.ChoiceField(label="How it goes", choices=WAYS[::-1])

    @classmethod
    def is_open_for(cls, case: ExternalReview) -> bool:
        return case.served_on is not None and State(case.state) in {
            State.CARRIED_OUT,
            State.CLOSED,
        }

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        send_evidence(self.case.id, way=self.cleaned_data["way"], by=by, at=at)
        return "The evidence is on the case and in the log."


class Close(Act):
    name = "close"
    title = "Close the case"
    button = "Close it"

    @classmethod
    def is_open_for(cls, case: ExternalReview) -> bool:
        return open_move(case, Move.CLOSE)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        close_review(self.case.id, by=by, at=at, version=self.cleaned_data["version"])
        return "The case is closed."


class Withdraw(Act):
    name = "withdraw"
    title = "It was taken back"
    button = "Keep that it was taken back"
    before = "Only the member, or who acts for them, takes it back."

    why = forms.CharField(label="Who took it back, and why", max_length=300)

    @classmethod
    def is_open_for(cls, case: ExternalReview) -> bool:
        return open_move(case, Move.WITHDRAW)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        withdraw_review(self.case.id, why=said["why"], by=by, at=at, version=said["version"])
        return "It is on record as taken back."
