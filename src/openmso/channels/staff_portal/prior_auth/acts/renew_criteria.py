"""Going over to the edition of the criteria that is in force."""

from datetime import datetime

from openmso.casework.prior_auth.actions.renew_criteria import renew_criteria
from openmso.casework.prior_auth.criteria_change import NothingToRenew, change_of_criteria
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission

from .form import ActForm


class RenewCriteria(ActForm):
    permission = Permission.CRITERIA_REVIEW
    title = "Renew the criteria"
    button = "Go over to this edition"

    def fill(self) -> None:
        try:
            change = change_of_criteria(self.case, at=self.at)
        except NothingToRenew as nothing:
            self.refusal = str(nothing)
            return
        again = ", ".join(change.renewal.again)
        self.before = (
            f"From {self.case.criteria_edition} to {change.edition}. "
            + ("Answers stay where the point has the same words. " if change.renewal.kept else "")
            + (f"To be answered again: {again}." if again else "No point has other words.")
        )

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        done = renew_criteria(self.case.id, by=by, at=at, version=self.cleaned_data["version"])
        return f"The case is now reviewed by {done.criteria_edition}."
