"""Sending a case to a physician, with a note."""

from datetime import datetime

from django import forms

from openmso.casework.prior_auth.actions.send_to_physician import send_to_physician
from openmso.casework.prior_auth.domain.states import Move
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission

from .form import ActForm


class SendToPhysician(ActForm):
    permission = Permission.CRITERIA_REVIEW
    move = Move.SEND_TO_PHYSICIAN
    title = "Send to a physician"
    button = "Send to a physician"

    note = forms.CharField(
        label="Note to the physician",
        widget=forms.Textarea,
        required=False,
        max_length=2000,
        help_text="What is not met, where it stands in the record, what would change the answer.",
    )

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        note = self.cleaned_data["note"]
        send_to_physician(
            self.case.id, note=note, by=by, at=at, version=self.cleaned_data["version"]
        )
        return "The case is on the physicians' list."
