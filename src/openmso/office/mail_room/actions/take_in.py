"""A piece of mail is taken in: once, with its own received time, its files, hash and page count."""

import secrets
from datetime import datetime
from functools import wraps
from hashlib import sha256
from typing import Protocol

from django.db import IntegrityError

from openmso.office.access.actor import Actor
from openmso.office.documents.actions.attach import attach
from openmso.office.law import office_calendar
from openmso.office.timeline.action import action, action_is_running, record

from ..events import Event
from ..models import ArrivedPaper
from ..numbers import paper_number
from ..opened import Opened, source_key


class _TakeIn(Protocol):
    def __call__(self, opened: Opened, *, by: Actor, at: datetime) -> ArrivedPaper | None: ...


def _once(first_time: _TakeIn) -> _TakeIn:
    """Answer None for a piece that is here already: it was taken in just before a crash."""

    @wraps(first_time)
    def take_in(opened: Opened, *, by: Actor, at: datetime) -> ArrivedPaper | None:
        try:
            return first_time(opened, by=by, at=at)
        except IntegrityError:
            key = source_key(opened)
            known = ArrivedPaper.objects.filter(tenant_id=by.tenant_id, source_key=key)
            if action_is_running() or not known.exists():
                raise
            return None

    return take_in


@_once
@action
def take_in(opened: Opened, *, by: Actor, at: datetime) -> ArrivedPaper | None:
    """Store the piece and put it into the tray; None for one that was taken in before.

    Received when its source says, else now; a time in the future is not believed.
    """
    piece = opened.piece
    received_at = min(piece.received_at or at, at)
    digest = sha256(piece.content).hexdigest() if piece.content else ""
    pages = [file.pages for _, file in opened.files]
    paper = ArrivedPaper(
        tenant_id=by.tenant_id,
        number=paper_number(office_calendar(by.tenant_id).local(at).date(), secrets.choice),
        source_key=source_key(opened),
        way=opened.way,
        sender=(opened.sender or piece.sender)[:160],
        title=piece.title[:120] or "without a name",
        size=piece.size,
        sha256=digest,
        pages=sum(page for page in pages if page is not None) if any(pages) else None,
        pages_said=piece.pages_said,
        received_at=received_at,
        recorded_at=at,
        same_as=_first_with(digest, by),
        trouble=opened.trouble[:300],
    )
    paper.save(force_insert=True)
    record(
        paper,
        Event.ARRIVED,
        by=by,
        at=at,
        happened_at=received_at,
        channel=str(opened.way),
        pages=paper.pages,
        trouble=bool(opened.trouble),
        same_as=paper.same_as.number if paper.same_as else "",
    )
    for title, file in opened.files:
        attach(paper, file, title=title, source=opened.way, received_at=received_at, by=by, at=at)
    return paper


def _first_with(digest: str, by: Actor) -> ArrivedPaper | None:
    """The first paper with the same bytes; nothing is like a file that was not read."""
    if not digest:
        return None
    same = ArrivedPaper.objects.filter(tenant_id=by.tenant_id, sha256=digest, same_as=None)
    return same.order_by("recorded_at", "id").first()
