"""The list of a practice's requests: rows, filter and pages."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from openmso.casework.prior_auth.glance import services_asked
from openmso.casework.prior_auth.models import RequestedService
from openmso.casework.prior_auth.queries import governing_deadlines, requests_of
from openmso.channels.ui.older_rows import written_after
from openmso.channels.ui.presenters.worklist import (
    ActiveFilter,
    Cell,
    Column,
    Empty,
    Pages,
    Row,
    Table,
)
from openmso.channels.ui.words_for_time import staff_date
from openmso.office.access.actor import Actor
from openmso.office.newest_first import Place
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.models import Deadline

from ..due_times import badge_of
from ..services_in_words import short
from ..states_in_words import STATE_CHOICES, state_in_words

_COLUMNS = tuple(
    Column(label=label)
    for label in ("Request", "Service", "State", "Who has it", "Due", "Received")
)


class RequestList:
    """One page of the list. Three queries."""

    def __init__(
        self, viewer: Actor, *, state: str, after: Place | None, at: datetime, rows: int = 25
    ) -> None:
        page = requests_of(viewer, state=state, after=after, rows=rows)
        ids = [row["id"] for row in page.rows]
        self._at, self._zone = at, tenant_by_id(viewer.tenant_id).zone
        self._services = services_asked(viewer.tenant_id, ids)
        self._due = governing_deadlines(viewer.tenant_id, ids)
        address = reverse("practice:requests")
        self.table = Table(
            uid="requests",
            caption="Our requests, the newest first",
            columns=_COLUMNS,
            rows=[self._row(row) for row in page.rows],
        )
        self.pages = Pages(
            shown=f"{len(page.rows)} shown",
            previous_href=_link(address, state=state) if after else "",
            next_href=_link(address, state=state, after=page.next) if page.next else "",
        )
        active = [
            ActiveFilter(label="State", value=label, remove_href=address)
            for value, label in STATE_CHOICES
            if value and value == state
        ]
        self.active = active
        self.empty = Empty(
            sentence="No request in this state." if active else "You have sent no request yet.",
            active=active,
            clear_href=address if active else "",
        )

    def _row(self, row: dict[str, Any]) -> Row:
        services: list[RequestedService] = self._services.get(row["id"], [])
        words = state_in_words(row["state"], silence_means=row["silence_means"])
        return Row(
            uid=str(row["id"]),
            href=reverse("practice:request", args=[row["id"]]),
            text=row["number"],
            below=f"{row['member__given_name']} {row['member__family_name']}",
            cells=(
                Cell(text=short(services)),
                Cell(tag=words.tag, below="urgent" if row["urgency"] == "expedited" else ""),
                Cell(text=words.holder or "Answered"),
                self._due_cell(row, self._due.get(row["id"])),
                Cell(text=staff_date(row["received_at"].astimezone(self._zone).date())),
            ),
        )

    def _due_cell(self, row: dict[str, Any], deadline: Deadline | None) -> Cell:
        if row["decided_at"] is not None:
            decided_on = row["decided_at"].astimezone(self._zone).date()
            return Cell(text=f"Decided {staff_date(decided_on)}")
        if deadline is None or not deadline.is_open:
            return Cell()
        return Cell(deadline=badge_of([deadline], at=self._at, zone=self._zone))


def _link(address: str, *, state: str, after: Place | None = None) -> str:
    query = {"state": state} if state else {}
    if after:
        query["after"] = written_after(*after)
    return f"{address}?{urlencode(query)}" if query else address
