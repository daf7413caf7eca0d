"""Criteria are taken over: dated editions with their points, and the end of earlier ones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record
from openmso.standards.identifiers.row_id import new_id

from ..events import Event
from ..models import CriteriaEdition, CriteriaPoint


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPoint:
    """One thing to look for; `plain` and `plain_es` are what a member reads."""

    code: str
    text: str
    question: str
    plain: str
    plain_es: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEdition:
    """One dated edition of a set; `until_on` is the first day on which it no longer serves."""

    id: UUID = field(default_factory=new_id)
    key: str
    edition: str
    title: str
    title_es: str
    publisher: str
    from_on: date
    until_on: date | None = None
    points: tuple[NewPoint, ...]


@action
def take_over_criteria(
    new: Iterable[NewEdition], *, ends: Mapping[UUID, date], by: Actor, at: datetime
) -> None:
    """Write new editions and the ends of earlier ones, all or nothing.

    An end is the first day on which the edition no longer serves. Cases keep their edition until
    somebody renews it. Call it with something to write.
    """
    for edition_id, until_on in ends.items():
        end_edition(edition_id, until_on, by=by, at=at)
    if editions := list(new):
        add_editions(editions, by=by, at=at)


@action
def add_editions(
    editions: Iterable[NewEdition], *, by: Actor, at: datetime
) -> list[CriteriaEdition]:
    """Write editions with their points, each with a line on its timeline."""
    arrived = list(editions)
    rows = [
        CriteriaEdition(
            id=each.id,
            tenant_id=by.tenant_id,
            key=each.key,
            edition=each.edition,
            title=each.title,
            title_es=each.title_es,
            publisher=each.publisher,
            from_on=each.from_on,
            until_on=each.until_on,
        )
        for each in arrived
    ]
    CriteriaEdition.objects.bulk_create(rows)
    CriteriaPoint.objects.bulk_create(
        CriteriaPoint(
            tenant_id=by.tenant_id,
            edition_id=each.id,
            code=point.code,
            text=point.text,
            question=point.question,
            plain=point.plain,
            plain_es=point.plain_es,
        )
        for each in arrived
        for point in each.points
    )
    for row, each in zip(rows, arrived, strict=True):
        record(
            row,
            Event.EDITION_ADDED,
            by=by,
            at=at,
            key=row.key,
            edition=row.edition,
            from_on=row.from_on.isoformat(),
            points=len(each.points),
        )
    return rows


@action
def end_edition(edition_id: UUID, until_on: date, *, by: Actor, at: datetime) -> CriteriaEdition:
    """Let an edition end; `until_on` is the first day on which it no longer serves."""
    edition = CriteriaEdition.objects.select_for_update().get(tenant_id=by.tenant_id, id=edition_id)
    edition.until_on = until_on
    edition.save(update_fields=["until_on"])
    record(
        edition,
        Event.EDITION_ENDED,
        by=by,
        at=at,
        key=edition.key,
        edition=edition.edition,
        until_on=until_on.isoformat(),
    )
    return edition
