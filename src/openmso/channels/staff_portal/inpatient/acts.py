"""What the desk can do with a stay: one form each, and the action it carries out."""

from abc import ABCMeta, abstractmethod
from datetime import datetime, timedelta
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django import forms
from django.forms.forms import DeclarativeFieldsMetaclass

from openmso.casework.inpatient.admissions.domain.states import State
from openmso.casework.inpatient.admissions.models import Admission
from openmso.channels.ui.forms import DateField, Form
from openmso.channels.ui.forms.times import NoSuchTime, TimeField, moment_of
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission


class _ActMeta(ABCMeta, DeclarativeFieldsMetaclass):
    """Lets a form have a part that every act must bring itself."""


class Act(Form, metaclass=_ActMeta):
    """One thing that can be done while the stay is in one of its states."""

    permission: ClassVar[Permission]
    url: ClassVar[str]
    title: ClassVar[str]
    button: ClassVar[str]
    before: ClassVar[str] = ""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        stay: Admission,
        viewer: Actor,
        zone: ZoneInfo,
        at: datetime,
        **more: Any,
    ) -> None:
        self.stay, self.viewer, self.zone, self.at = stay, viewer, zone, at
        initial = {"version": stay.version} | more.pop("initial", {})
        super().__init__(data, initial=initial, **more)
        self.fill()

    def fill(self) -> None:
        """Put in the choices that depend on the stay."""
        return

    @classmethod
    def is_open_for(cls, stay: Admission) -> bool:
        """Tell whether the stay's state allows it: unless said otherwise, while in the hospital."""
        return stay.state == State.IN_HOUSE

    @abstractmethod
    def carry_out(self, *, by: Actor, at: datetime) -> str:
        """Call the action; return the sentence that tells the person what happened."""


class Happened(Act):
    """An act that says when something happened, or will: `most_ahead` is how far ahead at most."""

    most_ahead: ClassVar[timedelta] = timedelta()
    too_far: ClassVar[str] = "This time has not come yet."

    happened_on = DateField(label="On", help_text="For example 11/22/2026")
    happened_time = TimeField(label="At", help_text="For example 3:20 AM")

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        day, time = typed.get("happened_on"), typed.get("happened_time")
        if day and time:
            try:
                typed["happened_at"] = moment_of(day, time, self.zone)
            except NoSuchTime as refusal:
                self.add_error("happened_time", str(refusal))
            else:
                self._require_near(typed["happened_at"])
        return typed

    def _require_near(self, moment: datetime) -> None:
        if moment > self.at + self.most_ahead:
            self.add_error("happened_time", self.too_far)
