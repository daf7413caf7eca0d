"""One thing that can be done with an appeal: a form, and the action it carries out."""

from abc import ABCMeta, abstractmethod
from datetime import datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.forms.forms import DeclarativeFieldsMetaclass

from openmso.casework.appeals.domain.states import OPEN
from openmso.casework.appeals.models import Appeal
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.documents.inspection import Inspected

from ..received import ReceivedForm
from ..uploads import paper_field


class _ActMeta(ABCMeta, DeclarativeFieldsMetaclass):
    """Lets a form have a part that every act must bring itself."""


class Act(ReceivedForm, metaclass=_ActMeta):
    """One thing that can be done with an appeal. Acts without a time drop the two time fields;
    `file_label` is set where a paper must come along, which is then `paper_taken_in`."""

    permission: ClassVar[Permission]
    url: ClassVar[str]
    title: ClassVar[str]
    button: ClassVar[str]
    before: ClassVar[str] = ""
    has_time: ClassVar[bool] = False
    file_label: ClassVar[str] = ""

    def __init__(
        self, data: Any = None, *, appeal: Appeal, zone: ZoneInfo, at: datetime, **more: Any
    ) -> None:
        self.appeal = appeal
        self.paper_taken_in: Inspected | None = None
        super().__init__(data, zone=zone, at=at, **more)
        if self.file_label:
            self.fields["paper"] = paper_field(self.file_label)
        if not self.has_time:
            del self.fields["received_on"], self.fields["received_time"]

    @classmethod
    def is_open_for(cls, appeal: Appeal) -> bool:
        """Tell whether the appeal's state allows it."""
        return appeal.state in OPEN

    @abstractmethod
    def carry_out(self, *, by: Actor, at: datetime) -> str:
        """Call the action; return the sentence that tells the person what happened."""

    def paper(self) -> Inspected:
        """Return the paper that came along. Raises ValueError for a form that takes none."""
        if self.paper_taken_in is None:
            raise ValueError("this form takes no paper")
        return self.paper_taken_in
