"""Handing a case over to the nurses."""

from datetime import datetime

from openmso.casework.prior_auth.actions.start_review import start_review
from openmso.casework.prior_auth.domain.states import Move
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission

from .form import ActForm


class StartReview(ActForm):
    permission = Permission.REQUEST_KEY_IN
    move = Move.START_REVIEW
    title = "Hand over to the nurses"
    button = "Hand over to the nurses"

    def fill(self) -> None:
        missing = " ".join(one["sentence"] for one in self.case.missing)
        self.before = (
            f"Still missing: {missing}" if missing else "The case goes to the nurses' list."
        )

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        start_review(self.case.id, by=by, at=at, version=self.cleaned_data["version"])
        return "The case is on the nurses' list."
