"""The page of the request form, the fragment that weighs it, and what was sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from openmso.channels.ui.presenters.deadline import DeadlineBadge
from openmso.channels.ui.presenters.facts import Fact
from openmso.channels.ui.presenters.status import StatusTag

from .forms import RequestForm
from .patient import Patient
from .uploads import KeptFile
from .weighing import Weighed


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """The form with its patient and its files, and what weighing it gave."""

    form: RequestForm
    patient: Patient | None
    files: Sequence[KeptFile]
    weighed: Weighed


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPage:
    """The first answer to a request. `next_steps` are sentences; `add` offers to send the rest."""

    request_id: UUID
    number: str
    tag: StatusTag
    lead: str
    facts: Sequence[Fact]
    due: DeadlineBadge | None
    missing: Sequence[str]
    next_steps: Sequence[str]
    twin_id: UUID | None
    twin_number: str
    add: bool
