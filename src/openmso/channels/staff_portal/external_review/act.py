"""One thing that can be done with an outside review: a form, and the action it carries out."""

from abc import ABCMeta, abstractmethod
from datetime import datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django import forms
from django.forms.forms import DeclarativeFieldsMetaclass

from openmso.casework.external_review.domain.notice import Notice
from openmso.casework.external_review.models import ExternalReview, OutsideContact
from openmso.channels.ui.forms import DateField, Form
from openmso.channels.ui.forms.times import NoSuchTime, TimeField, moment_of
from openmso.office.access.actor import Actor
from openmso.office.documents.inspection import Inspected

from ..uploads import paper_field

WAYS = OutsideContact.Way.choices


class _ActMeta(ABCMeta, DeclarativeFieldsMetaclass):
    """Lets a form have a part that every act must bring itself."""


class Act(Form, metaclass=_ActMeta):
    """`name` stands in the address. `file_label` is set where a paper comes along, and it is asked
    for where `file_needed`."""

    name: ClassVar[str]
    title: ClassVar[str]
    button: ClassVar[str]
    before: ClassVar[str] = ""
    file_label: ClassVar[str] = ""
    file_needed: ClassVar[bool] = False

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        case: ExternalReview,
        zone: ZoneInfo,
        at: datetime,
    ) -> None:
        self.case, self.zone, self.at = case, zone, at
        super().__init__(data, files, initial={"version": case.version, **self.filled_in(case)})
        if self.file_label:
            self.fields["paper"] = paper_field(self.file_label)

    @classmethod
    @abstractmethod
    def is_open_for(cls, case: ExternalReview) -> bool:
        """Tell whether the case's state allows it."""

    @abstractmethod
    def carry_out(self, file: Inspected | None, *, by: Actor, at: datetime) -> str:
        """Call the action; return the sentence that tells the person what happened."""

    @classmethod
    def filled_in(cls, case: ExternalReview) -> dict[str, Any]:
        """Return what is written into the empty form."""
        del case
        return {}

    def _moment(self, day: str, time: str) -> datetime | None:
        """Return the instant of two fields; write what is wrong beside the time."""
        typed = self.cleaned_data
        if not typed.get(day) or not typed.get(time):
            return None
        try:
            moment = moment_of(typed[day], typed[time], self.zone)
        except NoSuchTime as refusal:
            self.add_error(time, str(refusal))
            return None
        if moment > self.at:
            self.add_error(time, "This time has not come yet.")
        return moment


class Happened(Act):
    """An act that says when something happened."""

    happened_on = DateField(label="On", help_text="For example 11/22/2026")
    happened_time = TimeField(label="At", help_text="For example 3:20 PM")

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        typed["happened_at"] = self._moment("happened_on", "happened_time")
        return typed


class NoticeAct(Act):
    """An act that keeps a letter of the outside body."""

    file_label = "The letter itself"

    dated_on = DateField(label="Date on the letter", help_text="For example 11/22/2026")
    received_on = DateField(label="Received on", help_text="The day it reached any of our desks")
    received_time = TimeField(label="Received at", help_text="For example 3:20 PM")
    way = forms.ChoiceField(label="How it came", choices=WAYS)
    reference = forms.CharField(label="Their case number", max_length=60, required=False)
    words = forms.CharField(
        label="What it says, in a sentence",
        widget=forms.Textarea({"rows": 2}),
        max_length=2000,
        required=False,
    )

    @classmethod
    def filled_in(cls, case: ExternalReview) -> dict[str, Any]:
        return {"reference": case.outside_reference}

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        typed["received_at"] = self._moment("received_on", "received_time")
        return typed

    def notice(self) -> Notice:
        """Return the letter as it was told."""
        typed = self.cleaned_data
        return Notice(
            dated_on=typed["dated_on"],
            received_at=typed["received_at"],
            way=typed["way"],
            reference=typed["reference"],
            words=typed["words"],
        )
