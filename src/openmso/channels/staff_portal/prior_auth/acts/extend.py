"""Taking more time, on a ground that the rule names."""

from datetime import datetime
from typing import Any

from django import forms

from openmso.casework.prior_auth.actions.extend import extend
from openmso.casework.prior_auth.clock_keeping import clock_facts
from openmso.casework.prior_auth.domain.extension import GROUNDS, extendable_rules
from openmso.casework.prior_auth.domain.states import Move
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

    def fill(self) -> None:
        case = self.case
        rules = (
            extendable_rules(clock_facts(case), rulebook(), office_calendar(case.tenant_id))
            if case.line_of_business
            else ()
        )
        grounds = {ground: GROUNDS[ground] for rule in rules for ground in rule.extension_grounds}
        field: Any = self.fields["ground"]
        field.choices = [(ground.value, sentence) for ground, sentence in grounds.items()]
        self.before = " ".join(
            f"{rule.id} allows {rule.extension} more, once ({rule.citation})." for rule in rules
        )
        if case.extended_at is not None:
            self.refusal = "This request was extended once; the law allows no second time."
        elif not rules:
            self.refusal = "No rule allows more time for this request."

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        typed = self.cleaned_data
        extend(self.case.id, ground=typed["ground"], why=typed["why"], by=by, at=at)
        return "The time is extended. The letters are ordered."
