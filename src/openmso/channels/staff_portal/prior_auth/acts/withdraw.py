"""Taking a request back for the one who asked."""

from datetime import datetime

from django import forms

from openmso.casework.prior_auth.actions.withdraw import withdraw
from openmso.casework.prior_auth.domain.states import Move
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission

from .form import ActForm


class Withdraw(ActForm):
    permission = Permission.PRIOR_AUTH_WITHDRAW
    move = Move.WITHDRAW
    title = "Withdraw the request"
    button = "Withdraw the request"
    before = (
        "Only the one who asked, or somebody for them, takes a request back. The member and the "
        "practice get a letter."
    )

    asked_by = forms.CharField(
        label="Who takes it back", max_length=120, help_text="For example: the doctor's office."
    )
    why = forms.CharField(label="Why", widget=forms.Textarea, max_length=500, required=False)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        typed = self.cleaned_data
        withdraw(self.case.id, asked_by=typed["asked_by"], why=typed["why"], by=by, at=at)
        return "The request is withdrawn."
