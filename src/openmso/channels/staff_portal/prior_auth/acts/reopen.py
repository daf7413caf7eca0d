"""Opening a decided case again."""

from datetime import datetime

from django import forms

from openmso.casework.prior_auth.actions.reopen import reopen
from openmso.casework.prior_auth.clock_keeping import reopening_limit
from openmso.casework.prior_auth.domain.reopening import TooLateToReopen, require_in_time
from openmso.casework.prior_auth.domain.states import Move
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar

from .form import ActForm


class Reopen(ActForm):
    permission = Permission.PRIOR_AUTH_REOPEN
    move = Move.REOPEN
    title = "Open the case again"
    button = "Open the case again"

    why = forms.CharField(label="Why", widget=forms.Textarea, max_length=500)

    def fill(self) -> None:
        clock = (
            "The clocks of the request run on from its receipt."
            if self.case.decided_at is None
            else "A new clock starts now, by the rule for a new request."
        )
        self.before = f"The earlier decision stays on record; the next one is added to it. {clock}"
        office = office_calendar(self.case.tenant_id)
        try:
            require_in_time(reopening_limit(self.case), at=self.at, office=office)
        except TooLateToReopen as too_late:
            self.refusal = str(too_late)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        reopen(self.case.id, why=self.cleaned_data["why"], by=by, at=at)
        return "The case is open again."
