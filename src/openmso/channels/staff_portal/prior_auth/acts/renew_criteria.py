"""Going over to the edition of the criteria that is in force."""

from datetime import datetime
from typing import Any

from openmso.casework.prior_auth.actions.renew_criteria import renew_criteria
from openmso.casework.prior_auth.criteria_change import (
    CriteriaChange,
    NothingToRenew,
    change_of_criteria,
)
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission

from .form import ActForm


class RenewCriteria(ActForm):
    permission = Permission.CRITERIA_REVIEW
    title = "Renew the criteria"
    button = "Go over to this edition"

    def __init__(self, data: Any = None, *, case: AuthorizationRequest, **more: Any) -> None:
        super().__init__(data, case=case, **more)
        self.change: CriteriaChange | None = None
        self.why_not = ""
        try:
            self.change = change_of_criteria(case, at=self.at)
        except NothingToRenew as nothing:
            self.why_not = str(nothing)

    @property
    def refusal(self) -> str:
        return self.why_not

    @property
    def before(self) -> str:
        if self.change is None:
            return ""
        again = ", ".join(self.change.renewal.again)
        return (
            f"From {self.case.criteria_edition} to {self.change.edition}. "
            + (
                "Answers stay where the point has the same words. "
                if self.change.renewal.kept
                else ""
            )
            + (f"To be answered again: {again}." if again else "No point has other words.")
        )

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        done = renew_criteria(self.case.id, by=by, at=at, version=self.version)
        return f"The case is now reviewed by {done.criteria_edition}."
