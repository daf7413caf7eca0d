"""One thing that can be done with care that ends: a form, and the action it carries out."""

from abc import ABCMeta, abstractmethod
from datetime import datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django import forms
from django.forms.forms import DeclarativeFieldsMetaclass

from openmso.casework.fast_track.domain.states import Move, State, may
from openmso.casework.fast_track.models import FastTrackCase
from openmso.office.access.actor import Actor

from ..received import ReceivedForm


class _ActMeta(ABCMeta, DeclarativeFieldsMetaclass):
    """Lets a form have a part that every act must bring itself."""


class Act(ReceivedForm, metaclass=_ActMeta):
    """`name` stands in the address, `move` is the one it makes. `when` calls the moment it asks
    for; "" where it asks for none."""

    name: ClassVar[str]
    title: ClassVar[str]
    button: ClassVar[str] = "Keep it"
    before: ClassVar[str] = ""
    when: ClassVar[str] = ""
    move: ClassVar[Move | None] = None

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        case: FastTrackCase,
        viewer: Actor,
        zone: ZoneInfo,
        at: datetime,
    ) -> None:
        self.case, self.viewer = case, viewer
        super().__init__(data, zone=zone, at=at, initial={"version": case.version})
        if self.when:
            self.fields["received_on"].label = f"{self.when} on"
            self.fields["received_time"].label = f"{self.when} at"
            self.fields["received_time"].help_text = "For example 3:20 PM"
        else:
            del self.fields["received_on"], self.fields["received_time"]
        self.fill()

    @property
    def happened_at(self) -> datetime:
        """The moment that was typed; the form is valid and asks for one."""
        if self.received_at is None:
            raise ValueError("this form asks for no moment, or is not valid")
        return self.received_at

    def fill(self) -> None:
        """Put in the choices that depend on the case."""
        return

    @classmethod
    def is_open_for(cls, case: FastTrackCase) -> bool:
        """Tell whether the case allows it: unless said otherwise, when its move is open."""
        return cls.move is not None and may(State(case.state), cls.move)

    @abstractmethod
    def carry_out(self, *, by: Actor, at: datetime) -> str:
        """Call the action; return the sentence that tells the person what happened."""
