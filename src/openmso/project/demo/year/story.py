"""One request on its way through an invented office, with a time of its own.

What happens to it is told by the functions in `steps/`, each of which is the action people use.
"""

from collections.abc import Callable
from datetime import datetime
from random import Random

from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.actor import Actor
from openmso.office.documents.models import Document
from openmso.office.documents.queries import documents_of
from openmso.office.timeline.models import Deadline

from .desk import Ask, Desk


class Story:
    """A request between its arrival and wherever the story leaves it. `at` is its own present."""

    def __init__(self, desk: Desk, ask: Ask, chance: Random) -> None:
        self.desk = desk
        self.ask = ask
        self.chance = chance
        self.hours = desk.hours(chance)
        self.at = ask.received_at
        self.request = AuthorizationRequest()
        self._due_at: datetime | None = None

    @property
    def due_at(self) -> datetime:
        """When the decision is due; the present where no clock runs."""
        if self._due_at is None:
            deadline = Deadline.objects.filter(
                tenant_id=self.request.tenant_id,
                case_id=self.request.id,
                purpose="decide",
                governs=True,
                closed_at=None,
            ).first()
            self._due_at = deadline.due_at if deadline else self.desk.now
        return self._due_at

    def ask_the_clock_again(self) -> None:
        """Forget when the decision was due: something has set another time."""
        self._due_at = None

    def later(self, *minutes: int) -> datetime:
        """Let some minutes of office time pass, never beyond what is due or the present."""
        before = min(self.due_at, self.desk.now)
        if before <= self.at:
            before = self.desk.now
        self.at = self.hours.later(self.at, minutes=(minutes[0], minutes[-1]), before=before)
        return self.at

    def wait_until(self, instant: datetime) -> None:
        """Let nothing happen before `instant`, moved into office hours where there is time."""
        if instant > self.at:
            self.at = self.hours.later(instant, minutes=(5, 90), before=self.desk.now)

    def fresh(self) -> AuthorizationRequest:
        self.request.refresh_from_db()
        return self.request

    def nurse(self) -> Actor:
        return self.desk.nurse(self.chance)

    def documents(self) -> list[Document]:
        return documents_of(self.request.tenant_id, self.request.id)


Plot = Callable[[Story], None]
