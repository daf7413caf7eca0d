"""What the desk can do with a stay: one form each, and the action it carries out."""

from typing import ClassVar

from openmso.casework.inpatient.admissions.domain.states import State
from openmso.casework.inpatient.admissions.models import Admission
from openmso.office.access.permissions import Permission

from ..acting.happened import HappenedAct
from ..acting.versioned import VersionedAct


class Act(VersionedAct[Admission]):
    """One thing that can be done while the stay is in one of its states; `url` names its page."""

    called = "stay"
    back = "staff:admission"
    permission: ClassVar[Permission]
    url: ClassVar[str]

    @classmethod
    def is_open_for(cls, stay: Admission) -> bool:
        """Tell whether the stay's state allows it: unless said otherwise, while in the hospital."""
        return stay.state == State.IN_HOUSE

    def in_the_way(self) -> str:
        if self.is_open_for(self.case):
            return ""
        if self.case.member_id is None:
            return "Identify the patient first: the plan is not known yet."
        return f"{self.title}: not as the stay stands now."


class Happened(HappenedAct[Admission], Act):
    """An act that says when something happened, or will."""
