"""What the desk writes down when the QIO decides, and how a case ends."""

from datetime import datetime
from uuid import UUID

from django import forms

from openmso.casework.fast_track.actions.ask_again import ask_again
from openmso.casework.fast_track.actions.close_case import close_case
from openmso.casework.fast_track.actions.hand_to_appeals import hand_to_appeals
from openmso.casework.fast_track.actions.record_decision import record_decision
from openmso.casework.fast_track.actions.take_back_end import take_back_end
from openmso.casework.fast_track.actions.withdraw_request import withdraw_request
from openmso.casework.fast_track.domain.decision import Answer, Told
from openmso.casework.fast_track.domain.states import Move, State
from openmso.casework.fast_track.models import FastTrackCase
from openmso.casework.fast_track.queries import requests_to_appeal
from openmso.office.access.actor import Actor

from .act import Act
from .words import ANSWERS


class Decided(Act):
    name = "decision"
    title = "The QIO decided"
    button = "Keep the decision and carry it out"
    before = "Write down what the QIO said. Nobody of ours decides here."
    when = "Told"
    move = Move.LET_STAND

    answer = forms.ChoiceField(
        label="Its decision",
        widget=forms.RadioSelect,
        choices=[(one.value, ANSWERS[one]) for one in Answer],
    )
    told_by = forms.CharField(label="Who of the QIO told us, or which letter", max_length=160)
    reference = forms.CharField(label="Their case number", max_length=60, required=False)
    words = forms.CharField(
        label="What it says, in a sentence",
        widget=forms.Textarea({"rows": 2}),
        max_length=2000,
        required=False,
    )

    def fill(self) -> None:
        self.initial.setdefault("reference", self.case.qio_reference)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        told = Told(
            answer=Answer(said["answer"]),
            told_at=self.happened_at,
            told_by=said["told_by"],
            reference=said["reference"],
            words=said["words"],
        )
        record_decision(self.case.id, told, by=by, at=at, version=said["version"])
        return f"On record: {ANSWERS[told.answer]}."


class AskAgain(Act):
    name = "ask-again"
    title = "The member asked for a second look"
    when = "Asked"
    move = Move.ASK_AGAIN

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        version = self.cleaned_data["version"]
        ask_again(self.case.id, asked_at=self.happened_at, by=by, at=at, version=version)
        return "On record. The first decision holds until the second one."


class PlanAppeal(Act):
    name = "plan-appeal"
    title = "File the fast appeal"
    button = "File it"
    before = "It counts as received when the member asked. The appeals desk works on it from here."

    request = forms.ChoiceField(
        label="Against the no on",
        error_messages={"required": "No request of this member has a no that can be appealed."},
    )
    words = forms.CharField(
        label="What the member asks, in a few words",
        widget=forms.Textarea({"rows": 3}),
        max_length=4000,
    )

    def fill(self) -> None:
        choice = self.fields["request"]
        if isinstance(choice, forms.ChoiceField):
            choice.choices = [
                (str(one.id), one.number) for one in requests_to_appeal(self.viewer, self.case)
            ]

    @classmethod
    def is_open_for(cls, case: FastTrackCase) -> bool:
        return State(case.state) is State.WITH_PLAN

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        case = hand_to_appeals(
            self.case.id,
            UUID(said["request"]),
            words=said["words"],
            by=by,
            at=at,
            version=said["version"],
        )
        return case.closed_why


class Withdraw(Act):
    name = "withdraw"
    title = "The member takes the request back"
    button = "Keep that it was taken back"
    before = "The end then counts as announced, or as the QIO's first look left it."
    move = Move.WITHDRAW

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        withdraw_request(self.case.id, by=by, at=at, version=self.cleaned_data["version"])
        return "The request is taken back."


class TakeBack(Act):
    name = "take-back"
    title = "Take the end back"
    button = "Let the care go on"
    before = "The care goes on. A later end needs a notice of its own."
    move = Move.TAKE_BACK

    why = forms.CharField(label="Why the care goes on", max_length=300)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        take_back_end(self.case.id, why=said["why"], by=by, at=at, version=said["version"])
        return "The end is taken back."


class Close(Act):
    name = "close"
    title = "Close the case"
    button = "Close it"
    before = "The care has ended and nobody asks any more."
    move = Move.CLOSE

    @classmethod
    def is_open_for(cls, case: FastTrackCase) -> bool:
        return super().is_open_for(case) and State(case.state) is not State.WITH_PLAN

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        close_case(self.case.id, by=by, at=at, version=self.cleaned_data["version"])
        return "The case is closed."
