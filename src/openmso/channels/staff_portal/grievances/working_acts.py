"""Who works on a grievance, how fast, and with which paper."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms

from openmso.casework.grievances.actions.change_kind import make_fast, make_standard
from openmso.casework.grievances.actions.give import give
from openmso.casework.grievances.actions.mark_clinical import mark_clinical
from openmso.casework.grievances.actions.note_authority import note_authority
from openmso.casework.grievances.domain.states import Move
from openmso.casework.grievances.domain.types import FastGround, Kind, line_row
from openmso.casework.grievances.models import Grievance
from openmso.casework.grievances.queries import workers
from openmso.casework.grievances.steps.working import who_may_work
from openmso.office.access.actor import Actor

from .act import Act
from .words import GROUNDS


class Give(Act):
    name = "give"
    move = Move.GIVE
    title = "Give it to a colleague"
    button = "Give it to this person"
    before = (
        "Only those are listed whom it is not about, who do not work under that person, and, where "
        "it is clinical, who hold a clinical licence."
    )

    handler = forms.ChoiceField(label="Who answers it", widget=forms.RadioSelect)

    def fill(self) -> None:
        choice: Any = self.fields["handler"]
        fit = who_may_work(self.case, workers(self.case.tenant_id), at=self.at)
        choice.choices = [(str(one.id), one.name) for one in fit]
        if not choice.choices:
            choice.help_text = "Nobody in this office may work on it."

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        handler_id = UUID(self.cleaned_data["handler"])
        given = give(self.case.id, handler_id=handler_id, by=by, at=at)
        return f"It lies with {given.handler.name if given.handler else 'nobody'} now."


class MakeStandard(Act):
    name = "standard"
    title = "Answer it by letter"
    button = "Answer it by letter"
    before = "The time of its first receipt counts; the member is told that it is here."

    why = forms.CharField(label="Why it cannot be solved at once", max_length=300)

    @classmethod
    def is_open_for(cls, grievance: Grievance) -> bool:
        return super().is_open_for(grievance) and grievance.kind == Kind.EXEMPT

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        make_standard(self.case.id, why=self.cleaned_data["why"], by=by, at=at)
        return "It is answered by letter."


class MakeFast(Act):
    name = "fast"
    title = "Answer it fast"
    button = "Answer it fast"
    before = "The first receipt still counts."

    ground = forms.ChoiceField(label="Ground", widget=forms.RadioSelect)
    why = forms.CharField(label="Who says so, and why", max_length=300)

    def fill(self) -> None:
        choice: Any = self.fields["ground"]
        choice.choices = [(one.value, GROUNDS[one]) for one in _fast_grounds(self.case)]

    @classmethod
    def is_open_for(cls, grievance: Grievance) -> bool:
        known = bool(_fast_grounds(grievance))
        return super().is_open_for(grievance) and known and grievance.kind != Kind.EXPEDITED

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        ground = FastGround(said["ground"])
        make_fast(self.case.id, ground=ground, why=said["why"], by=by, at=at)
        return "It is answered fast from now on."


def _fast_grounds(grievance: Grievance) -> list[FastGround]:
    known = line_row(grievance.line_of_business).fast_when
    return [one for one in FastGround if one in known]


class MarkClinical(Act):
    name = "clinical"
    title = "Mark it as clinical"
    button = "Mark it"
    before = "Somebody with a clinical licence answers it then."

    quality = forms.BooleanField(label="It is about the quality of care", required=False)

    @classmethod
    def is_open_for(cls, grievance: Grievance) -> bool:
        return super().is_open_for(grievance) and not grievance.quality_of_care

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        quality = self.cleaned_data["quality"]
        mark_clinical(self.case.id, quality_of_care=quality, by=by, at=at)
        return "It is marked as clinical."


class NoteAuthority(Act):
    name = "authority"
    title = "The paper is here"
    button = "Keep it"
    before = "The time for the answer ran from the first receipt all along."
    when = "Received"

    @classmethod
    def is_open_for(cls, grievance: Grievance) -> bool:
        return super().is_open_for(grievance) and grievance.authority == "pending"

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        note_authority(self.case.id, shown_at=self.happened_at, by=by, at=at)
        return "The paper is on record."
