"""One thing that can be done with a case: a form, and the action that it carries out."""

from abc import ABCMeta, abstractmethod
from datetime import datetime
from typing import Any, ClassVar, Generic, TypeVar
from zoneinfo import ZoneInfo

from django.db.models import Model
from django.forms.forms import DeclarativeFieldsMetaclass

from openmso.office.access.actor import Actor
from openmso.office.documents.inspection import Inspected

from ..moments import MomentForm
from ..uploads import paper_field

Case = TypeVar("Case", bound=Model)


class _ActMeta(ABCMeta, DeclarativeFieldsMetaclass):
    """Lets a form have a part that every act must bring itself."""


class Act(MomentForm, Generic[Case], metaclass=_ActMeta):
    """One thing that can be done with a case. Each desk has a base of its own below this one.

    `called` is the desk's word for its case, `back` names the page of the case. `before` is what
    the person should know first, `refusal` why it cannot be done at all. `file_label` is set where
    a paper comes along, which is then `paper_taken_in`; it is asked for where `file_needed`.
    """

    called: ClassVar[str] = "case"
    back: ClassVar[str]
    title: ClassVar[str]
    button: ClassVar[str]
    file_label: ClassVar[str] = ""
    file_needed: ClassVar[bool] = False
    before: str = ""
    refusal: str = ""
    paper_taken_in: Inspected | None = None

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        case: Case,
        viewer: Actor,
        zone: ZoneInfo,
        at: datetime,
    ) -> None:
        self.case, self.viewer = case, viewer
        super().__init__(data, files=files, zone=zone, at=at)
        if self.file_label:
            self.fields["paper"] = paper_field(self.file_label)
        self.fill()

    def fill(self) -> None:
        """Put in what depends on the case: choices, what the boxes hold at first."""
        return

    @classmethod
    @abstractmethod
    def is_open_for(cls, case: Case) -> bool:
        """Tell whether the case's state allows it."""

    def in_the_way(self) -> str:
        """Return why it cannot be done with the case as it stands; empty when it can."""
        if self.is_open_for(self.case):
            return self.refusal
        case: Any = self.case  # whose state has words
        return f"{self.title}: not while the {self.called} is {case.get_state_display()}."

    @abstractmethod
    def carry_out(self, *, by: Actor, at: datetime) -> str:
        """Call the action; return the sentence that tells the person what happened.

        Empty when it wrote beside a field what must be corrected.
        """

    def paper(self) -> Inspected:
        """Return the paper that came along. Raises ValueError for a form that takes none."""
        if self.paper_taken_in is None:
            raise ValueError("this form takes no paper")
        return self.paper_taken_in
