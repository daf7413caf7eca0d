"""One thing that can be done with an appeal: a form, and the action it carries out."""

from typing import ClassVar

from openmso.casework.appeals.domain.states import OPEN
from openmso.casework.appeals.models import Appeal
from openmso.office.access.permissions import Permission

from ..acting.received import ReceivedAct


class Act(ReceivedAct[Appeal]):
    """One thing that can be done with an appeal; `url` names its page."""

    called = "appeal"
    back = "staff:appeal"
    file_needed = True
    permission: ClassVar[Permission]
    url: ClassVar[str]

    @classmethod
    def is_open_for(cls, appeal: Appeal) -> bool:
        """Tell whether the appeal's state allows it."""
        return appeal.state in OPEN
