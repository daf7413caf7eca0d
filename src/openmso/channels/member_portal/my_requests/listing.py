"""A member's requests: what was asked, where it stands, and what happens next with its date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from openmso.casework.prior_auth.domain.states import OPEN
from openmso.casework.prior_auth.domain.validity import ONE_DAY
from openmso.casework.prior_auth.glance import services_asked, spanish_names
from openmso.casework.prior_auth.models import RequestedService
from openmso.casework.prior_auth.queries import governing_deadlines, requests_of
from openmso.channels.ui.older_rows import written_after
from openmso.channels.ui.presenters.status import StatusTag
from openmso.channels.ui.words_for_time import member_date
from openmso.office.access.actor import Actor
from openmso.office.letters.fields import worded_for
from openmso.office.letters.wording.speech import SPEECHES
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.models import Deadline

from ..plain_words import plain_state


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """`title_lang` names the language of the title where it is not the page's own."""

    id: UUID
    number: str
    title: str
    title_lang: str
    tag: StatusTag
    sentence: str
    next: str
    asked_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MyRequests:
    """`after` leads to older requests; empty when there are none."""

    cards: Sequence[Card]
    after: str


def my_requests(
    viewer: Actor, *, after: tuple[datetime, UUID] | None, at: datetime, language: str
) -> MyRequests:
    """Return a page of the viewer's own requests, the newest first. At most four queries."""
    page = requests_of(viewer, after=after)
    ids = [row["id"] for row in page.rows]
    services = services_asked(viewer.tenant_id, ids)
    due = governing_deadlines(viewer.tenant_id, ids)
    codes = [one.code for some in services.values() for one in some]
    names = spanish_names(codes) if language == "es" and codes else {}
    tenant = tenant_by_id(viewer.tenant_id)
    cards = []
    for row in page.rows:
        title, title_lang = _title(services.get(row["id"], []), names, language)
        state = plain_state(row["state"])
        asked_on = row["received_at"].astimezone(tenant.zone).date()
        cards.append(
            Card(
                id=row["id"],
                number=row["number"],
                title=title,
                title_lang=title_lang,
                tag=state.tag,
                sentence=str(state.sentence),
                next=_next(row, due.get(row["id"]), at, tenant.time_zone, language),
                asked_on=member_date(asked_on, language),
            )
        )
    last = written_after(*page.next) if page.next else ""
    return MyRequests(cards=cards, after=last)


def _title(
    services: Sequence[RequestedService], names: dict[str, str], language: str
) -> tuple[str, str]:
    if not services:
        return "", ""
    first = services[0]
    said = worded_for(first.description, names.get(first.code, ""), language)
    return said.text, said.foreign_on(language)


def _next(
    row: dict[str, Any], due: Deadline | None, at: datetime, time_zone: str, language: str
) -> str:
    if row["state"] in OPEN and due is not None and due.closed_at is None:
        when = SPEECHES[language].moment(due.due_at, time_zone)
        if at > due.due_at:
            return _("We had to answer by %(when)s. We still owe you an answer.") % {"when": when}
        return _("Our answer comes by %(when)s.") % {"when": when}
    until_on: date | None = row["valid_until_on"]
    if until_on is not None:
        return _("Get the care by %(when)s.") % {"when": member_date(until_on - ONE_DAY, language)}
    return ""
