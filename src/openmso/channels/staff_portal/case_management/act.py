"""One thing that can be done in a care case: what every form of it has in common."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django import forms

from openmso.care.case_management.domain.states import State
from openmso.care.case_management.models import CareCase

from ..acting import act

PAGE, PLAN, COVER = "staff:care_case", "staff:care_plan", "staff:care_cover"


class Act(act.Act[CareCase]):
    """One thing that can be done while the case is open; `back` is the page it belongs to.

    `name` stands in its address. `thing_id` names the task, goal or treatment that it ends, where
    `thing` says that it ends one.
    """

    back = PAGE
    name: ClassVar[str]
    thing: ClassVar[str] = ""

    def __init__(self, *args: Any, thing_id: UUID | None = None, **given: Any) -> None:
        self.thing_id = thing_id
        super().__init__(*args, **given)

    @property
    def today(self) -> date:
        return self.at.astimezone(self.zone).date()

    @classmethod
    def is_open_for(cls, case: CareCase) -> bool:
        """Tell whether the case is open."""
        return case.state == State.OPEN

    @classmethod
    def is_offered(cls, case: CareCase, on: date) -> bool:
        """Tell whether there is a use for it now; the action itself refuses what may not be."""
        del case, on
        return True

    def in_the_way(self) -> str:
        if not self.is_open_for(self.case):
            return "This case is closed. Open a new one to go on."
        if not self.is_offered(self.case, self.today):
            return f"{self.title}: not as the case stands now."
        return ""

    def chosen(self) -> UUID:
        """Return what it ends. Raises ValueError for an act that ends nothing."""
        if self.thing_id is None:
            raise ValueError("this act ends no task, goal or treatment")
        return self.thing_id


def words_box(label: str, *, rows: int = 3, most: int = 2000, **given: Any) -> forms.CharField:
    """Return a box for a few sentences."""
    return forms.CharField(
        label=label, widget=forms.Textarea({"rows": rows}), max_length=most, **given
    )
