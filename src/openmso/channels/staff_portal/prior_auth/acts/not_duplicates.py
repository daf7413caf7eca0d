"""Saying that two requests are not duplicates, and taking it back."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms

from openmso.casework.prior_auth.actions.say_not_duplicates import (
    say_not_duplicates,
    take_back_not_duplicates,
)
from openmso.casework.prior_auth.domain.states import OPEN, State
from openmso.casework.prior_auth.events import Event
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.casework.prior_auth.ruled_out import ruled_out_of
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.models import CaseEvent

from .form import ActForm


class NotDuplicates(ActForm):
    permission = Permission.REQUEST_KEY_IN
    title = "These are not duplicates"
    button = "They are not duplicates"

    why = forms.CharField(
        label="How you know",
        widget=forms.Textarea,
        max_length=500,
        help_text="For example: the other one is for the right knee.",
    )

    @classmethod
    def is_open_for(cls, case: AuthorizationRequest) -> bool:
        if case.joined_to_id is not None:
            return True
        return case.likely_duplicate_id is not None and State(case.state) in OPEN

    def fill(self) -> None:
        if self.case.joined_to is not None:
            self.before = (
                f"This request goes on as {self.case.joined_to.number}. It is taken out again: its "
                "papers come back, and its clocks run from the time it reached us."
            )
        else:
            number = self.case.likely_duplicate.number if self.case.likely_duplicate else ""
            self.before = (
                f"This request looks like {number}. It goes on by itself, with its own clocks."
            )

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        say_not_duplicates(self.case.id, why=self.cleaned_data["why"], by=by, at=at)
        return "The request goes on by itself. The two are not pointed out again."


class DuplicatesAfterAll(ActForm):
    permission = Permission.REQUEST_KEY_IN
    title = "They may be duplicates after all"
    button = "Take it back"
    before = "Nothing is joined by this. The two are pointed out again, to be compared."

    other = forms.ChoiceField(label="Which request may be the same?", widget=forms.RadioSelect)

    def fill(self) -> None:
        pairs = [
            (said, said.second if said.first_id == self.case.id else said.first)
            for said in ruled_out_of(self.case)
        ]
        field: Any = self.fields["other"]
        field.choices = [
            (str(other.id), f"{other.number}: {said.why} ({said.said_by_name})")
            for said, other in pairs
        ]
        if len(pairs) == 1:
            self.initial["other"] = str(pairs[0][1].id)

    @classmethod
    def is_open_for(cls, case: AuthorizationRequest) -> bool:
        return bool(ruled_out_of(case))

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        other = UUID(self.cleaned_data["other"])
        take_back_not_duplicates(self.case.id, other, by=by, at=at)
        return (
            "It is taken back. Compare the two, then join them or say that they are not the same."
        )


def says_not_a_duplicate(history: Iterable[CaseEvent]) -> bool:
    """Tell whether something of the kind was said more often than it was taken back."""
    names = Counter(line.name for line in history)
    return names[Event.NOT_DUPLICATES] > names[Event.NOT_DUPLICATES_TAKEN_BACK]
