"""Everything the desk can do with a grievance, by name; here are the ways out of it and back."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms

from openmso.casework.appeals.appealable import can_be_appealed
from openmso.casework.grievances.actions.dismiss import dismiss
from openmso.casework.grievances.actions.reopen import reopen
from openmso.casework.grievances.actions.retype_as_appeal import retype_as_appeal
from openmso.casework.grievances.actions.withdraw import withdraw
from openmso.casework.grievances.domain.states import Move
from openmso.casework.grievances.models import Grievance
from openmso.casework.prior_auth.queries import visible as visible_requests
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission

from .act import Act
from .answering_acts import Answer, Extend, Solve
from .intake import request_choice
from .working_acts import Give, MakeFast, MakeStandard, MarkClinical, NoteAuthority

_MOST_REQUESTS = 25


class BecomesAppeal(Act):
    name = "appeal"
    permission = Permission.APPEAL_FILE
    move = Move.RETYPE
    title = "It is an appeal"
    button = "Make it an appeal"
    before = (
        "It goes on as an appeal against the decision you choose, with the clocks of the first "
        "receipt. The member gets the letter that the appeal is here."
    )

    request = forms.ChoiceField(label="Against which decision", widget=forms.RadioSelect)
    why = forms.CharField(label="Why it is an appeal", max_length=300)

    def fill(self) -> None:
        choice: Any = self.fields["request"]
        found = visible_requests(self.viewer).filter(member_id=self.case.member_id)
        newest = found.order_by("-received_at", "id")[:_MOST_REQUESTS]
        choice.choices = [request_choice(one) for one in newest if can_be_appealed(one)]
        if not choice.choices:
            choice.help_text = "No decision that could be appealed is on record for this member."

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        request_id = UUID(said["request"])
        gone = retype_as_appeal(self.case.id, request_id=request_id, why=said["why"], by=by, at=at)
        return f"It goes on as appeal {gone.appeal.number if gone.appeal else ''}."


class Withdraw(Act):
    name = "withdraw"
    move = Move.WITHDRAW
    title = "Record that it is taken back"
    button = "Take it back"
    before = "Only who filed it can take it back. The member gets a letter."

    asked_by = forms.CharField(label="Who takes it back", max_length=160)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        withdraw(self.case.id, asked_by=self.cleaned_data["asked_by"], by=by, at=at)
        return "The grievance is taken back."


class Dismiss(Act):
    name = "dismiss"
    permission = Permission.GRIEVANCE_WORK
    move = Move.DISMISS
    title = "Dismiss it: the paper never came"
    button = "Dismiss it"
    before = "There is only this reason. The member gets a letter and can ask to open it again."

    @classmethod
    def is_open_for(cls, grievance: Grievance) -> bool:
        return super().is_open_for(grievance) and grievance.authority == "pending"

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        dismiss(self.case.id, by=by, at=at)
        return "Dismissed. The letter to the member is ordered."


class Reopen(Act):
    name = "reopen"
    move = Move.REOPEN
    title = "Open it again"
    button = "Open it again"
    before = "It gets clocks of its own from now; the earlier answer stays on record."

    why = forms.CharField(label="Why", max_length=300)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        reopen(self.case.id, why=self.cleaned_data["why"], by=by, at=at)
        return "It is open again."


ACTS: dict[str, type[Act]] = {
    act.name: act
    for act in (
        *(Answer, Solve, Give, MakeStandard, MakeFast, MarkClinical, Extend, NoteAuthority),
        *(BecomesAppeal, Withdraw, Dismiss, Reopen),
    )
}
