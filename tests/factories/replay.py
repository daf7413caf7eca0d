"""What a case is now, and what its replay says, in the same shape.

`noticing()` keeps, after every action, what it left of each case it wrote a line about.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch
from uuid import UUID

from openmso.casework.appeals.models import Appeal
from openmso.casework.external_review.models import ExternalReview
from openmso.casework.fast_track.models import FastTrackCase
from openmso.casework.grievances.models import Grievance
from openmso.casework.inpatient.admissions.models import Admission
from openmso.casework.inpatient.post_stabilization.models import PostStabilization
from openmso.casework.prior_auth.case_kind import PRIOR_AUTH
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office import new_rows
from openmso.office.access.actor import Actor
from openmso.office.documents.queries import papers_received
from openmso.office.timeline import action as actions
from openmso.office.timeline.deadlines import of_case
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.timeline.queries import history
from openmso.oversight.replay.domain.minutes import minute_of
from openmso.oversight.replay.replaying import replay

ROWS: dict[str, type[Any]] = {
    model.case_kind: model
    for model in (
        *(AuthorizationRequest, Appeal, ExternalReview, Grievance, FastTrackCase),
        *(Admission, PostStabilization),
    )
}
_MARKS = ("purpose", "rule_id", "started_at", "due_at", "extended", "governs", "met_at")


@dataclass(frozen=True, slots=True)
class Seen:
    """A case: its state, its due times that did not fall away, and its papers."""

    state: str
    due: frozenset[tuple[Any, ...]]
    papers: frozenset[UUID]


def as_it_is(kind: str, case_id: UUID | None) -> Seen:
    """Return what the rows of a case say now."""
    row = ROWS[kind].objects.get(id=case_id)
    cases = {row.id, getattr(row, "request_id", row.id)} if kind == "appeal" else {row.id}
    return Seen(
        state=row.state,
        due=_due(of_case(row.tenant_id, row.id)),
        papers=frozenset(
            one.id for case in cases if case for one in papers_received(row.tenant_id, case)
        ),
    )


def as_replayed(tenant_id: UUID, kind: str, case_id: UUID | None, minute: datetime) -> Seen:
    """Return what the replay says of a minute."""
    if case_id is None:
        raise ValueError("no case to replay")
    found = replay(Actor.system("Test", tenant_id), kind, case_id, minute=minute)
    return Seen(
        state=found.stood.state,
        due=_due(found.stood.deadlines),
        papers=frozenset(one.id for one in found.papers),
    )


def _due(deadlines: Iterable[Deadline]) -> frozenset[tuple[Any, ...]]:
    return frozenset(
        (*(getattr(one, name) for name in _MARKS), one.missed_at is not None)
        for one in deadlines
        if one.closed_at is None
    )


Case = tuple[str, UUID, UUID]


@dataclass
class Noticed:
    """What actions left, by case and minute. A sample office is not told in the order of time: what
    a case was left as counts only while nothing earlier is told of it afterwards."""

    left: dict[Case, dict[datetime, Seen]] = field(default_factory=dict)
    one_request_of: int = 1
    """Of so many requests one is watched; every case of another kind is."""

    def watches(self, kind: str, case_id: UUID) -> bool:
        return kind != PRIOR_AUTH or case_id.int % self.one_request_of == 0

    def notice(self, events: Iterable[CaseEvent]) -> None:
        """Keep what the rows say now of the cases these lines are about."""
        newest: dict[Case, datetime] = {}
        for one in events:
            if one.case_kind in ROWS and self.watches(one.case_kind, one.case_id):
                case = (one.case_kind, one.tenant_id, one.case_id)
                minute = minute_of(one.recorded_at)
                newest[case] = max(minute, newest.get(case, minute))
                self._forget(case, since=minute)
        for case, minute in newest.items():
            self._keep(case, minute)

    def _forget(self, case: Case, *, since: datetime) -> None:
        kept = self.left.setdefault(case, {})
        later = [minute for minute in kept if minute >= since]
        for minute in later:
            del kept[minute]

    def _keep(self, case: Case, minute: datetime) -> None:
        kind, tenant_id, case_id = case
        after = minute + timedelta(minutes=1)
        if not any(one.recorded_at >= after for one in history(tenant_id, case_id)):
            self.left[case][minute] = as_it_is(kind, case_id)

    def places(self) -> list[tuple[Case, datetime, Seen]]:
        """Return every case and minute that counts, with what it was left as."""
        return [
            (case, minute, seen)
            for case, minutes in self.left.items()
            for minute, seen in minutes.items()
        ]


@contextmanager
def noticing(noticed: Noticed) -> Iterator[None]:
    """Watch every action that runs inside; they do what they always do."""
    write = new_rows.written_together

    @contextmanager
    def written_and_seen() -> Iterator[None]:
        with write():
            yield
        lines = actions._lines.get()
        noticed.notice(lines.pending if lines else ())

    with patch.object(actions, "written_together", written_and_seen):
        yield
