"""How fast an appeal is handled: made fast on somebody's word, or a wish that does not qualify."""

from datetime import datetime
from typing import Any

from django import forms

from openmso.casework.appeals.actions.make_urgent import make_urgent
from openmso.casework.appeals.actions.refuse_fast import note_told_not_fast, refuse_fast
from openmso.casework.appeals.domain.speed import FastBy, Refusal, why_not_refused
from openmso.casework.appeals.domain.states import State
from openmso.casework.appeals.models import Appeal
from openmso.casework.prior_auth.domain.request import Urgency
from openmso.channels.ui.forms import Tile
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission

from ..prior_auth.decide.reading import reading_of
from .act import Act

_PHYSICIAN = "physician"


class MakeUrgent(Act):
    permission = Permission.APPEAL_FILE
    url = "staff:appeal_urgent"
    title = "Handle it fast"
    button = "Handle it fast"
    before = (
        "A physician's word settles it, also after a wish was refused. The fast time counts from "
        "when it reached us; the usual time goes on from the first receipt."
    )
    when = "Received"

    who = forms.ChoiceField(
        label="Who says that waiting could do serious harm",
        widget=forms.RadioSelect,
        choices=[
            (_PHYSICIAN, Tile("A physician", "That settles it.")),
            ("us", Tile("We find so ourselves", "From what the member or the papers say.")),
        ],
    )
    why = forms.CharField(label="Their name, and why", max_length=300)

    @classmethod
    def is_open_for(cls, appeal: Appeal) -> bool:
        settled = appeal.urgency == Urgency.EXPEDITED and appeal.fast_by == FastBy.PHYSICIAN
        return super().is_open_for(appeal) and not appeal.about_payment and not settled

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        make_urgent(
            self.case.id,
            why=said["why"],
            physician=said["who"] == _PHYSICIAN,
            asked_at=self.happened_at,
            by=by,
            at=at,
        )
        return "It is handled fast from now on."


class RefuseFast(Act):
    permission = Permission.APPEAL_ANSWER
    url = "staff:appeal_not_fast"
    title = "Refuse the fast answer"
    button = "Sign: it takes the usual time"
    before = (
        "Only where no physician says that waiting could do serious harm. The appeal goes on in "
        "its usual time from the first receipt. Tell the member by voice now; the letter is "
        "ordered with this and says how to complain and that a doctor's word makes it fast."
    )

    version = forms.IntegerField(widget=forms.HiddenInput)
    why = forms.CharField(
        label="Why it can wait, in plain words for the member",
        widget=forms.Textarea({"rows": 3}),
        max_length=500,
        help_text="Short sentences, short words: grade 6 or below.",
    )
    why_es = forms.CharField(
        label="The same in Spanish",
        widget=forms.Textarea({"rows": 3, "lang": "es"}),
        max_length=500,
        help_text="The member reads Spanish.",
    )
    told_how = forms.CharField(
        label="Told by voice just now: who called whom, on which number",
        max_length=300,
        required=False,
        help_text="Leave it empty when nobody has called yet; the appeal then says so.",
    )

    def fill(self) -> None:
        self.initial["version"] = self.case.version
        self.refusal = why_not_refused(FastBy(self.case.fast_by), Urgency(self.case.urgency))
        if self.case.member.language.partition("-")[0] != "es":
            del self.fields["why_es"]

    @classmethod
    def is_open_for(cls, appeal: Appeal) -> bool:
        asked = appeal.urgency == Urgency.EXPEDITED and appeal.fast_by == FastBy.ASKED
        return asked and appeal.state == State.WITH_REVIEWER and appeal.silence_at is None

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        reading = reading_of(typed.get("why") or "")
        if reading.too_hard:
            self.add_error("why", reading.sentence)
        return typed

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        told_how = said["told_how"].strip()
        refusal = Refusal(
            why=said["why"],
            why_es=said.get("why_es", ""),
            told_at=at if told_how else None,
            told_how=told_how,
        )
        refuse_fast(self.case.id, refusal, by=by, at=at, version=said["version"])
        call = "" if told_how else " Now tell the member by voice."
        return f"It takes the usual time. The letter to the member is ordered.{call}"


class ToldNotFast(Act):
    permission = Permission.APPEAL_FILE
    url = "staff:appeal_told_not_fast"
    title = "The member was told by voice"
    button = "Keep it"
    before = "That the appeal takes the usual time. The letter goes besides."
    when = "Told"
    time_help = "The time of the call: 9:45 AM"

    told_how = forms.CharField(label="Who called whom, on which number", max_length=300)

    @classmethod
    def is_open_for(cls, appeal: Appeal) -> bool:
        return appeal.fast_refused_at is not None and appeal.fast_refusal_told_at is None

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        how = self.cleaned_data["told_how"]
        told_at = self.happened_at
        note_told_not_fast(self.case.id, told_at=told_at, told_how=how, by=by, at=at)
        return "It is on record that the member was told."
