"""One thing that can be done in a care case: what every form of it has in common."""

from abc import ABCMeta, abstractmethod
from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.forms.forms import DeclarativeFieldsMetaclass

from openmso.care.case_management.models import CareCase
from openmso.channels.ui.forms import Form
from openmso.office.access.actor import Actor

PAGE, PLAN, COVER = "staff:care_case", "staff:care_plan", "staff:care_cover"


class _ActMeta(ABCMeta, DeclarativeFieldsMetaclass):
    """Lets a form have a part that every act must bring itself."""


class Act(Form, metaclass=_ActMeta):
    """One thing that can be done while the case is open; `back` is the page it belongs to.

    `name` stands in its address. `thing_id` names the task, goal or treatment that it ends, where
    `thing` says that it ends one.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    button: ClassVar[str]
    before: ClassVar[str] = ""
    back: ClassVar[str] = PAGE
    thing: ClassVar[str] = ""

    def __init__(
        self,
        data: Any = None,
        *,
        case: CareCase,
        thing_id: UUID | None,
        zone: ZoneInfo,
        at: datetime,
    ) -> None:
        self.case, self.thing_id, self.zone, self.at = case, thing_id, zone, at
        self.today = at.astimezone(zone).date()
        super().__init__(data, initial=self.at_first())

    def at_first(self) -> dict[str, Any]:
        """Return what stands in the boxes before anybody types."""
        return {}

    @classmethod
    def is_offered(cls, case: CareCase, on: date) -> bool:
        """Tell whether there is a use for it now; the action itself refuses what may not be."""
        del case, on
        return True

    @abstractmethod
    def carry_out(self, *, by: Actor, at: datetime) -> str:
        """Call the action; return the sentence that tells the person what happened."""


def words_box(label: str, *, rows: int = 3, most: int = 2000, **given: Any) -> forms.CharField:
    """Return a box for a few sentences."""
    return forms.CharField(
        label=label, widget=forms.Textarea({"rows": rows}), max_length=most, **given
    )
