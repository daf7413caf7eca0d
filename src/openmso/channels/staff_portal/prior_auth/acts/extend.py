"""Taking more time, on a ground that the rule names."""

from datetime import datetime
from typing import Any

from django import forms

from openmso.casework.prior_auth.actions.extend import extend
from openmso.casework.prior_auth.clock_keeping import clock_facts
from openmso.casework.prior_auth.domain.extension import GROUNDS, extendable_rules
from openmso.casework.prior_auth.domain.states import Move
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar, rulebook

from .form import ActForm


class Extend(ActForm):
    permission = Permission.PRIOR_AUTH_EXTEND
    move = Move.EXTEND
    title = "Take more time"
    button = "Extend the time"

    ground = forms.ChoiceField(label="Why the rule allows it", widget=forms.RadioSelect)
    why = forms.CharField(
        label="Reason, as the member will read it",
        widget=forms.Textarea,
        max_length=500,
        help_text="Plain words, short sentences. The member gets a letter.",
    )

    def __init__(self, data: Any = None, *, case: AuthorizationRequest, **more: Any) -> None:
        super().__init__(data, case=case, **more)
        self.rules = (
            extendable_rules(clock_facts(case), rulebook(), office_calendar(case.tenant_id))
            if case.line_of_business
            else ()
        )
        grounds = {
            ground: GROUNDS[ground] for rule in self.rules for ground in rule.extension_grounds
        }
        field: Any = self.fields["ground"]
        field.choices = [(ground.value, sentence) for ground, sentence in grounds.items()]

    @property
    def refusal(self) -> str:
        if self.case.extended_at is not None:
            return "This request was extended once; the law allows no second time."
        return "" if self.rules else "No rule allows more time for this request."

    @property
    def before(self) -> str:
        return " ".join(
            f"{rule.id} allows {rule.extension} more, once ({rule.citation})."
            for rule in self.rules
        )

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        typed = self.cleaned_data
        extend(self.case.id, ground=typed["ground"], why=typed["why"], by=by, at=at)
        return "The time is extended. The letters are ordered."
