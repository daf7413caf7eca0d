"""What can be done with a care plan: the plan itself, goals, comments, instructions, access."""

from datetime import date, datetime
from typing import Any

from django import forms

from openmso.care.case_management.actions.comment import comment
from openmso.care.case_management.actions.give_instructions import ToDo, give_instructions
from openmso.care.case_management.actions.give_standing_access import (
    NotInNetwork,
    give_standing_access,
)
from openmso.care.case_management.actions.set_goal import set_goal, settle_goal
from openmso.care.case_management.actions.write_plan import Plan, write_plan
from openmso.care.case_management.discharges import last_discharge
from openmso.care.case_management.domain.states import GoalState, Source
from openmso.care.case_management.models import CareCase
from openmso.care.case_management.queries import newest_plan
from openmso.casework.prior_auth.domain.validity import ONE_DAY
from openmso.channels.ui.forms import DateField, NpiField
from openmso.office.access.actor import Actor

from ..prior_auth.decide.reading import reading_of
from .act import PLAN, Act, words_box
from .words import GOALS, SOURCES

_PLAIN = "Short sentences, short words: grade 6 or below."
_A_LINE_EACH = "One step a line. " + _PLAIN


class _ToTheMember(Act):
    """An act whose English words the member reads: each text must read easily."""

    back = PLAN
    read_by_members: tuple[str, ...] = ()

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        for name in self.read_by_members:
            reading = reading_of(typed.get(name) or "")
            if reading.too_hard:
                self.add_error(name, reading.sentence)
        return typed


class WritePlan(_ToTheMember):
    name = "plan"
    title = "Write the care plan"
    button = "Keep it and send it to the member"
    before = "This becomes the next edition; the earlier ones stay. The member gets a letter."
    read_by_members = ("about", "steps")

    doctor = forms.CharField(label="Doctor who makes the plan with the member", max_length=160)
    about = words_box("What the plan is for", help_text=_PLAIN)
    steps = words_box("What is done, by whom", rows=6, most=4000, help_text=_A_LINE_EACH)
    about_es = words_box("What the plan is for, in Spanish", required=False)
    steps_es = words_box("What is done, in Spanish", rows=6, most=4000, required=False)

    def fill(self) -> None:
        before = newest_plan(self.case)
        if before is not None:
            names = ("doctor", "about", "steps", "about_es", "steps_es")
            self.initial = {name: getattr(before, name) for name in names}

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        edition = write_plan(self.case.id, Plan(**self.cleaned_data), by=by, at=at).edition
        return f"Edition {edition} is kept, and the letter to the member is ordered."


class SetGoal(Act):
    name = "goal"
    title = "Note a goal"
    button = "Keep the goal"
    before = "In the member's own words, where you can."
    back = PLAN

    words = forms.CharField(label="Goal", max_length=500)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        set_goal(self.case.id, self.cleaned_data["words"], by=by, at=at)
        return "The goal is kept."


class SettleGoal(Act):
    name = "goal"
    title = "A goal has ended"
    button = "Keep how it ended"
    back = PLAN
    thing = "goal"

    state = forms.ChoiceField(label="How it ended", widget=forms.RadioSelect, choices=GOALS)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        state = GoalState(self.cleaned_data["state"])
        settle_goal(self.case.id, self.chosen(), state, by=by, at=at)
        return "The goal has its outcome."


class Answer(_ToTheMember):
    name = "comment"
    title = "Write to the member about the plan"
    button = "Keep the words"
    before = "The member reads this beside the plan. It stays part of the record."
    read_by_members = ("words",)

    words = words_box("Your words", help_text=_PLAIN)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        comment(self.case.id, self.cleaned_data["words"], by=by, at=at)
        return "The member can read it now."


class GiveInstructions(_ToTheMember):
    name = "instructions"
    title = "Send instructions after a visit or a stay"
    button = "Send them to the member"
    before = (
        "The member gets a letter, and the follow-up becomes a task. What the hospital told at the "
        "last discharge stands here already."
    )
    read_by_members = ("steps",)

    source = forms.ChoiceField(label="After", widget=forms.RadioSelect, choices=SOURCES)
    from_whom = forms.CharField(label="Practice or hospital", max_length=160)
    given_on = DateField(label="Given on", help_text="For example 11/22/2026")
    steps = words_box("What the member is to do", rows=6, most=4000, help_text=_A_LINE_EACH)
    steps_es = words_box("The same in Spanish", rows=6, most=4000, required=False)
    follow_up_on = DateField(label="We look again by", help_text="For example 11/22/2026")

    def fill(self) -> None:
        stay = last_discharge(self.case)
        if stay is None:
            return
        self.initial = {
            "source": Source.DISCHARGE,
            "from_whom": stay.hospital,
            "given_on": stay.on,
            "steps": stay.instructions,
            "follow_up_on": stay.follow_up_on,
        }

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        if (given_on := typed.get("given_on")) and given_on > self.today:
            self.add_error("given_on", "This day has not come yet.")
        if (again := typed.get("follow_up_on")) and again < self.today:
            self.add_error("follow_up_on", "This day is over. Choose one ahead.")
        return typed

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        to_do = ToDo(**(said | {"source": Source(said["source"])}))
        give_instructions(self.case.id, to_do, by=by, at=at)
        return "The letter is ordered, and the follow-up is a task."


class GiveAccess(Act):
    name = "access"
    title = "Give standing access to a specialist"
    button = "Give the access"
    before = (
        "Within the plan's network, as many visits as needed, for the term in the treatment plan. "
        "No visit needs an approval of its own."
    )
    back = PLAN

    npi = NpiField(label="NPI of the specialist")
    from_on = DateField(label="First day", help_text="For example 11/22/2026")
    last_on = DateField(label="Last day of the term", help_text="For example 11/22/2026")

    @classmethod
    def is_offered(cls, case: CareCase, on: date) -> bool:
        return case.flag is not None and case.flag.stands(on)

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        first, last = typed.get("from_on"), typed.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", "The last day lies before the first.")
        return typed

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        try:
            given = give_standing_access(
                self.case.id,
                said["npi"],
                from_on=said["from_on"],
                until_on=said["last_on"] + ONE_DAY,
                by=by,
                at=at,
            )
        except NotInNetwork as refusal:
            self.add_error("npi", str(refusal))
            return ""
        return f"{given.specialist.full_name} can be seen as often as needed."
