"""Asking the doctor's office for what is missing."""

from datetime import datetime
from typing import Any

from django import forms

from openmso.casework.prior_auth.actions.ask_for_information import ask_for_information
from openmso.casework.prior_auth.domain.states import Move
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission

from .form import ActForm


class AskForInformation(ActForm):
    permission = Permission.REQUEST_INFORMATION
    move = Move.ASK_FOR_INFORMATION
    title = "Ask the doctor's office for information"
    button = "Ask the office"
    before = (
        "The office and the member get a letter. The case stays open: missing papers are never a "
        "denial, and the clock goes on unless its rule says otherwise."
    )

    missing = forms.MultipleChoiceField(
        label="What is missing", widget=forms.CheckboxSelectMultiple, required=False
    )
    words = forms.CharField(
        label="In your own words", widget=forms.Textarea, required=False, max_length=2000
    )

    def fill(self) -> None:
        sentences = [one["sentence"] for one in self.case.missing]
        if sentences:
            field: Any = self.fields["missing"]
            field.choices = [(sentence, sentence) for sentence in sentences]
            self.initial["missing"] = sentences
        else:
            del self.fields["missing"]
            self.fields["words"].label = "What is missing"

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        ask_for_information(
            self.case.id,
            missing=self.cleaned_data.get("missing", []),
            words=self.cleaned_data["words"],
            by=by,
            at=at,
        )
        return "The office was asked. The letters are ordered."
