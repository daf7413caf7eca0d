"""What ends a grievance with an answer, or takes more time for one."""

from datetime import datetime
from typing import Any

from django import forms

from openmso.casework.appeals.domain.extension import grounds_of, why_not_longer
from openmso.casework.grievances.actions.answer import answer
from openmso.casework.grievances.actions.extend import WHAT, extend
from openmso.casework.grievances.actions.solve_at_once import solve_at_once
from openmso.casework.grievances.clock_keeping import rules_of_the_answer
from openmso.casework.grievances.domain.answering import Finding, Told
from openmso.casework.grievances.domain.states import Move
from openmso.casework.grievances.domain.types import Kind
from openmso.casework.grievances.models import Grievance
from openmso.casework.prior_auth.domain.extension import GROUNDS as WHY_LONGER
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission

from ..prior_auth.decide.reading import reading_of
from .act import Act
from .words import FINDINGS


class _WithAnswer(Act):
    permission = Permission.GRIEVANCE_WORK

    finding = forms.ChoiceField(
        label="What we found",
        widget=forms.RadioSelect,
        choices=[(one.value, FINDINGS[one]) for one in Finding],
    )
    internal = forms.CharField(
        label="What was looked into, for the file",
        widget=forms.Textarea({"rows": 3}),
        max_length=4000,
        required=False,
    )

    def told(self, plain: str, plain_es: str = "") -> Told:
        said = self.cleaned_data
        return Told(
            finding=Finding(said["finding"]),
            plain=plain,
            plain_es=plain_es,
            internal=said["internal"],
        )


class Answer(_WithAnswer):
    name = "answer"
    move = Move.ANSWER
    title = "Answer it"
    button = "Answer, and send the letter"
    before = "The member gets a letter with these words and with the ways that stay open."

    plain = forms.CharField(
        label="What we found and what we do, in plain words for the member",
        widget=forms.Textarea({"rows": 5}),
        max_length=4000,
        help_text="At most grade 6: short sentences, short words.",
    )
    plain_es = forms.CharField(
        label="The same in Spanish, for a member who reads Spanish",
        widget=forms.Textarea({"rows": 5}),
        max_length=4000,
        required=False,
    )
    field_order = ("finding", "plain", "plain_es", "internal")

    @classmethod
    def is_open_for(cls, grievance: Grievance) -> bool:
        return super().is_open_for(grievance) and grievance.kind != Kind.EXEMPT

    def clean_plain(self) -> str:
        plain: str = self.cleaned_data["plain"]
        reading = reading_of(plain)
        if reading.too_hard:
            raise forms.ValidationError(reading.sentence)
        return plain

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        told = self.told(self.cleaned_data["plain"], self.cleaned_data["plain_es"])
        answer(self.case.id, told=told, by=by, at=at)
        return "Answered. The letter to the member is ordered."


class Solve(_WithAnswer):
    name = "solve"
    move = Move.SOLVE
    title = "Solve it at once"
    button = "Solved"
    before = "Logged, without a letter, by the close of the next business day."

    plain = forms.CharField(
        label="What was done about it", widget=forms.Textarea({"rows": 3}), max_length=4000
    )
    field_order = ("finding", "plain", "internal")

    @classmethod
    def is_open_for(cls, grievance: Grievance) -> bool:
        return super().is_open_for(grievance) and grievance.kind == Kind.EXEMPT

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        told = self.told(self.cleaned_data["plain"])
        solve_at_once(self.case.id, told=told, by=by, at=at)
        return "Solved and logged. No letter is owed."


class Extend(Act):
    name = "extend"
    permission = Permission.GRIEVANCE_WORK
    move = Move.EXTEND
    title = "Take more time"
    button = "Take more time"
    before = "Once, on a ground the rule names. The member gets a letter with the reason."

    ground = forms.ChoiceField(label="Ground", widget=forms.RadioSelect)
    why = forms.CharField(
        label="Why, in plain words for the member",
        widget=forms.Textarea({"rows": 3}),
        max_length=1000,
    )

    def fill(self) -> None:
        rules = rules_of_the_answer(self.case)
        taken = self.case.extended_at is not None
        self.refusal = why_not_longer(rules, taken=taken, what=WHAT)
        choice: Any = self.fields["ground"]
        choice.choices = [(one.value, WHY_LONGER[one]) for one in grounds_of(rules)]

    @classmethod
    def is_offered_for(cls, grievance: Grievance) -> bool:
        taken = grievance.extended_at is not None
        refusal = why_not_longer(rules_of_the_answer(grievance), taken=taken, what=WHAT)
        return super().is_offered_for(grievance) and not refusal

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        extend(self.case.id, ground=said["ground"], why=said["why"], by=by, at=at)
        return "More time is taken, and the letter to the member is ordered."
