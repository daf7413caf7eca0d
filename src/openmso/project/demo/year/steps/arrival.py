"""A request reaches the office: by the portal, by fax and mail, or on the telephone."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from random import Random

from openmso.casework.prior_auth.actions.receive import receive
from openmso.casework.prior_auth.domain.request import Channel, Request, ServiceLine
from openmso.office.access.actor import Actor
from openmso.office.documents.inspection import Inspected

from ..desk import Ask
from ..story import Story
from .notes import notes_of

_SUPPLIER = "Quiet Creek Medical Supply"
_SUPPLIED_BY = {"item", "month"}


def arrives(
    story: Story,
    *,
    papers: bool = True,
    gap: bool = False,
    answers: bool = False,
    emergency: bool = False,
) -> None:
    """The request reaches the office. Without `papers` something is missing; `gap` puts a
    point into the notes that is not met; `answers` says that the practice meets every point."""
    by = _who_enters(story)
    asked = form_of(story.ask, story.chance, papers=papers, answers=answers, emergency=emergency)
    _receive(story, asked, [("Clinical notes", notes_of(story.ask, gap=gap))] if papers else [], by)


def arrives_with(story: Story, title: str, paper: Inspected) -> None:
    """The request reaches the office with this paper in place of its own notes."""
    by = _who_enters(story)
    _receive(story, form_of(story.ask, story.chance), [(title, paper)], by)


def form_of(
    ask: Ask,
    chance: Random,
    *,
    papers: bool = True,
    answers: bool = False,
    emergency: bool = False,
) -> Request:
    """Return the request as its form is filled in."""
    wish = ask.wish
    points = [f"P{number}" for number, _ in enumerate(wish.evidence, start=1)]
    number = chance.randrange(10**9)
    return Request(
        client_key=f"demo-{ask.received_at:%y%m%d%H%M%S}-{number}",
        channel=ask.channel,
        received_at=ask.received_at,
        member_id=ask.member.id,
        practice_id=ask.doctor.practice_id,
        practitioner_id=ask.doctor.id,
        services=(
            ServiceLine(
                code=wish.code,
                description=wish.description,
                quantity=Decimal(ask.quantity),
                unit=wish.unit,
            ),
        ),
        diagnoses=wish.diagnoses,
        service_from_on=ask.service_on,
        servicing_name=_SUPPLIER if wish.unit in _SUPPLIED_BY else "",
        marked_urgent=ask.urgent,
        physician_supports_urgency=ask.urgent,
        urgency_reason="Waiting could make it much worse." if ask.urgent else "",
        emergency=emergency,
        is_drug=wish.drug,
        clinical_summary=wish.summary if papers else "",
        answers=dict.fromkeys(points, "met") if answers else {},
    )


def _who_enters(story: Story) -> Actor:
    """Return who types the request in; what came on paper waits for them for a while."""
    ask = story.ask
    if ask.channel is Channel.PORTAL:
        return story.desk.practice(ask.doctor)
    if ask.channel in {Channel.FAX, Channel.MAIL}:
        story.at += timedelta(minutes=story.chance.randint(7, 55))
        if not ask.urgent:
            story.at = story.hours.later(story.at, minutes=(0, 60), before=story.desk.now)
    return story.desk.intake()


def _receive(
    story: Story, asked: Request, files: Sequence[tuple[str, Inspected]], by: Actor
) -> None:
    story.request = receive(asked, files=files, by=by, at=story.at).request
