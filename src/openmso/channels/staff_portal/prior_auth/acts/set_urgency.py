"""Setting the urgency, and with it the clocks."""

from datetime import datetime

from django import forms

from openmso.casework.prior_auth.actions.set_urgency import set_urgency
from openmso.casework.prior_auth.domain.request import Urgency
from openmso.casework.prior_auth.domain.urgency import DEFINITION
from openmso.channels.ui.forms import Tile
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission

from .form import ActForm


class SetUrgency(ActForm):
    permission = Permission.REQUEST_RETIME
    title = "Set the urgency"
    button = "Set the urgency"

    urgency = forms.ChoiceField(
        label="Urgency",
        widget=forms.RadioSelect,
        choices=[
            (Urgency.EXPEDITED.value, Tile("Expedited", DEFINITION)),
            (Urgency.STANDARD.value, Tile("Standard", "Everything else.")),
        ],
    )
    why = forms.CharField(
        label="Why",
        widget=forms.Textarea,
        max_length=300,
        help_text="One sentence: the member may ask.",
    )

    def fill(self) -> None:
        self.initial["urgency"] = self.case.urgency
        start = "was opened again" if self.case.reopened_at else "reached us"
        self.before = f"All clocks are counted anew, from the time the request {start}."

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        typed = self.cleaned_data
        set_urgency(self.case.id, urgency=Urgency(typed["urgency"]), why=typed["why"], by=by, at=at)
        return "The urgency is set and the clocks are counted anew."
