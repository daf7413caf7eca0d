"""What can be done in a care case itself: one form each, and the action it carries out."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms

from openmso.care.case_management.actions.add_task import add_task
from openmso.care.case_management.actions.close_case import close_case
from openmso.care.case_management.actions.end_task import end_task
from openmso.care.case_management.actions.flag_complex import end_flag, flag_complex
from openmso.care.case_management.actions.hand_over import hand_over
from openmso.care.case_management.actions.record_contact import Talk, record_contact
from openmso.care.case_management.actions.write_status import Status, write_status
from openmso.care.case_management.domain.daily_status import Condition
from openmso.care.case_management.domain.states import (
    Closing,
    ContactOutcome,
    ContactWay,
    ContactWith,
    TaskOutcome,
)
from openmso.care.case_management.models import CareCase
from openmso.channels.ui.forms import DateField
from openmso.channels.ui.forms.times import TimeField
from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.permissions import Permission
from openmso.office.access.roles import permissions_of

from .act import Act, words_box
from .words import CLOSINGS, CONDITIONS, OUTCOMES, TASK_OUTCOMES, WAYS, WITH_WHOM


def _has_flag(case: CareCase, on: date) -> bool:
    return case.flag is not None and case.flag.stands(on)


class WriteStatus(Act):
    name = "status"
    title = "Write today's status"
    button = "Keep the status"
    before = "One entry a day. For a day nobody wrote of, choose that day: it will show as late."

    on = DateField(label="Day", help_text="For example 11/22/2026")
    condition = forms.ChoiceField(
        label="How the member is", widget=forms.RadioSelect, choices=CONDITIONS
    )
    note = words_box("Note", required=False)

    def fill(self) -> None:
        self.initial["on"] = self.today

    @classmethod
    def is_offered(cls, case: CareCase, on: date) -> bool:
        return _has_flag(case, on)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        status = Status(on=said["on"], condition=Condition(said["condition"]), note=said["note"])
        write_status(self.case.id, status, by=by, at=at)
        return "The status is kept."


class RecordContact(Act):
    name = "contact"
    title = "Record a contact"
    button = "Keep the contact"

    talked_on = DateField(label="On", help_text="For example 11/22/2026")
    talked_time = TimeField(label="At", help_text="For example 3:20 PM")
    way = forms.ChoiceField(label="By", choices=WAYS)
    with_whom = forms.ChoiceField(label="With", choices=WITH_WHOM)
    outcome = forms.ChoiceField(label="What came of it", widget=forms.RadioSelect, choices=OUTCOMES)
    note = words_box("Note", required=False)

    def fill(self) -> None:
        self.initial["talked_on"] = self.today

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        typed["talked_at"] = self.near_moment("talked_on", "talked_time")
        return typed

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        talk = Talk(
            way=ContactWay(said["way"]),
            with_whom=ContactWith(said["with_whom"]),
            outcome=ContactOutcome(said["outcome"]),
            talked_at=said["talked_at"],
            note=said["note"],
        )
        record_contact(self.case.id, talk, by=by, at=at)
        return "The contact is kept."


class AddTask(Act):
    name = "task"
    title = "Add a task"
    button = "Add the task"

    what = forms.CharField(label="What is to be done", max_length=300)
    due_on = DateField(label="By the end of", help_text="For example 11/22/2026")

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        add_task(self.case.id, said["what"], said["due_on"], by=by, at=at)
        return "The task is on the list."


class EndTask(Act):
    name = "task"
    title = "End a task"
    button = "Keep the outcome"
    before = "Nothing leaves the list without an outcome."
    thing = "task"

    outcome = forms.ChoiceField(
        label="How it ended", widget=forms.RadioSelect, choices=TASK_OUTCOMES
    )
    words = words_box("In a few words", required=False)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        outcome = TaskOutcome(said["outcome"])
        end_task(self.case.id, self.chosen(), outcome, said["words"], by=by, at=at)
        return "The outcome is kept."


class FlagComplex(Act):
    name = "flag"
    title = "Set the flag: complex or serious condition"
    button = "Set the flag"
    before = (
        "The member then has a right to a treatment plan and to standing access to specialists, "
        "and somebody writes every day how the member is."
    )

    condition = forms.CharField(label="Which condition", max_length=300)
    said_by = forms.CharField(label="Which doctor says so", max_length=120)

    @classmethod
    def is_offered(cls, case: CareCase, on: date) -> bool:
        return not _has_flag(case, on)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        flag_complex(self.case.id, said["condition"], said["said_by"], by=by, at=at)
        return "The flag is set. Write today's status."


class EndFlag(Act):
    name = "flag-off"
    title = "Take the flag off"
    button = "Take the flag off"
    before = "From today the daily status ends, and standing access to specialists with it."

    @classmethod
    def is_offered(cls, case: CareCase, on: date) -> bool:
        return _has_flag(case, on)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        end_flag(self.case.id, by=by, at=at)
        return "The flag is off."


class HandOver(Act):
    name = "hand-over"
    title = "Hand the case over"
    button = "Hand over"

    to = forms.ChoiceField(label="To")

    def fill(self) -> None:
        choice: Any = self.fields["to"]
        choice.choices = _case_managers(self.case)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        case = hand_over(self.case.id, UUID(self.cleaned_data["to"]), by=by, at=at)
        return f"{case.manager_name} follows the case now."


def _case_managers(case: CareCase) -> list[tuple[str, str]]:
    """Return who else can follow the case."""
    people = Account.objects.filter(tenant_id=case.tenant_id, is_active=True).order_by("name")
    return [
        (str(one.id), one.name)
        for one in people
        if Permission.CARE_CASE_WORK in permissions_of(one.roles)
        and (not one.ipa_ids or case.ipa_id in one.ipa_ids)
        and one.id != case.manager_id
    ]


class CloseCase(Act):
    name = "close"
    title = "Close the case"
    button = "Close the case"
    before = "Every task needs its outcome first."

    closing = forms.ChoiceField(label="Why", widget=forms.RadioSelect, choices=CLOSINGS)
    words = words_box("In a few words", required=False)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        close_case(self.case.id, Closing(said["closing"]), said["words"], by=by, at=at)
        return "The case is closed."
