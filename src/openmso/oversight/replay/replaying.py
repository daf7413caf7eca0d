"""Puts together how a case stood: its kind tells of it, the roster and the papers add theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.module_loading import import_string

from openmso.office.access.actor import Actor
from openmso.office.documents.models import Document
from openmso.office.emergency_access.events import Event as Emergency
from openmso.office.statement import is_any
from openmso.office.timeline.case_kinds import kind_of
from openmso.office.timeline.models import CaseEvent
from openmso.office.timeline.queries import history
from openmso.office.timeline.replay import AsItStood, Stood, as_line
from openmso.roster.eligibility.models import CoverageSpan

from .domain.minutes import Steps, end_of, minute_of, steps_from

_ATTACHED = "document.attached"
_MOVED = (
    "Papers moved between this case and another one afterwards. Shown are those that had reached "
    "this case by then, wherever they lie today."
)
_LOOKS = (
    "Opening a paper leaves a line, and so does emergency access. Reading a page of a case leaves "
    "one only with outside reviews."
)


class CannotBeReplayed(LookupError):
    """Cases of this kind do not tell how they stood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """A case when the minute `minute` was over. `events` is its history by then, `looks` those
    lines of it by which somebody looked; `coverage` what was known of the member's. `steps` None:
    it has no history."""

    minute: datetime
    at: datetime
    stood: Stood
    events: Sequence[CaseEvent]
    looks: Sequence[CaseEvent]
    papers: Sequence[Document]
    coverage: Sequence[CoverageSpan]
    not_told: Sequence[str]
    steps: Steps | None


def replay(viewer: Actor, kind: str, case_id: UUID, *, minute: datetime) -> Replayed:
    """Tell how a case stood when `minute` was over. Five queries beside what its kind reads.

    Raises CannotBeReplayed, and the kind's own LookupError for a case the viewer does not see.
    """
    name = kind_of(kind).replay
    if not name:
        raise CannotBeReplayed(f"no case of the kind {kind} tells how it stood")
    tell: AsItStood = import_string(name)
    every = list(history(tenant_id=viewer.tenant_id, case_id=case_id))
    at = end_of(minute)
    stood = tell(viewer, case_id, lines=[as_line(event) for event in every], at=at)
    known = [event for event in every if event.recorded_at <= at]
    papers, moved = _papers(viewer.tenant_id, stood, every, at=at)
    looked = stood.looks | {str(Emergency.OPENED)}
    return Replayed(
        minute=minute_of(minute),
        at=at,
        stood=stood,
        events=known,
        looks=[event for event in known if event.name in looked],
        papers=papers,
        coverage=_coverage(viewer.tenant_id, stood, at=at),
        not_told=[*stood.not_told, *moved, _LOOKS],
        steps=steps_from(minute, [event.recorded_at for event in every]),
    )


def _papers(
    tenant_id: UUID, stood: Stood, events: Sequence[CaseEvent], *, at: datetime
) -> tuple[list[Document], Sequence[str]]:
    """Return the papers others had sent by then, and what must be said about them. One query,
    two where papers moved later.

    A paper lies on one case. Where papers moved later, the lines by which they came are asked.
    """
    if not stood.papers_of:
        return [], ()
    moved = any(one.name in stood.moves_papers and one.recorded_at > at for one in events)
    on_it = Q(is_any("case_id", stood.papers_of))
    if moved:
        on_it = Q(is_any("id", _that_came(tenant_id, stood.papers_of, at=at)))
    papers = Document.objects.filter(on_it, tenant_id=tenant_id, recorded_at__lte=at)
    by_others = papers.exclude(source=Document.Source.OFFICE)
    return list(by_others.order_by("received_at", "recorded_at", "id")), (_MOVED,) if moved else ()


def _that_came(tenant_id: UUID, case_ids: Sequence[UUID], *, at: datetime) -> list[UUID]:
    attached = CaseEvent.objects.filter(
        is_any("case_id", case_ids), tenant_id=tenant_id, name=_ATTACHED, recorded_at__lte=at
    )
    return [UUID(one["document"]) for one in attached.values_list("details", flat=True)]


def _coverage(tenant_id: UUID, stood: Stood, *, at: datetime) -> list[CoverageSpan]:
    """Return the spans of the member as we knew them then, by their first day. One query."""
    if stood.member_id is None:
        return []
    spans = CoverageSpan.objects.select_related("plan", "ipa").filter(
        Q(known_until=None) | Q(known_until__gt=at),
        tenant_id=tenant_id,
        member_id=stood.member_id,
        known_from__lte=at,
    )
    return list(spans.order_by("from_on", "id"))
