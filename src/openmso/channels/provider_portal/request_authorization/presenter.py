"""The page of the request form, the fragment that weighs it, and what was sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from openmso.channels.ui.presenters.deadline import DeadlineBadge
from openmso.channels.ui.presenters.facts import Fact
from openmso.channels.ui.presenters.status import StatusTag

from .forms import QuestionsForm, RequestForm
from .meter import Meter
from .patient import Patient
from .uploads import KeptFile


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """`questions_for` names the criteria edition whose questions stand on the page."""

    form: RequestForm
    questions: QuestionsForm
    questions_for: str
    patient: Patient | None
    files: Sequence[KeptFile]
    meter: Meter


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
