"""What the address of a list asks for: whose cases, which IPA, how urgent, from which place on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from openmso.casework.prior_auth.domain.request import Urgency
from openmso.channels.ui.presenters.worklist import ActiveFilter
from openmso.office.access.actor import Actor
from openmso.office.worklists.queries import Filters, Place
from openmso.roster.plans.models import Ipa

MINE, ALL, UNASSIGNED = "mine", "all", "unassigned"
WHOSE = {ALL: "All", MINE: "My list", UNASSIGNED: "Unassigned"}
URGENCIES = {Urgency.EXPEDITED.value: "Expedited", Urgency.STANDARD.value: "Standard"}
_BETWEEN = "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One list as its address describes it; what the address misspells is left out."""

    queue: str
    whose: str = ALL
    ipa: str = ""
    urgency: str = ""
    after: Place | None = None
    before: Place | None = None

    @classmethod
    def read(cls, queue: str, query: QueryDict) -> "Asked":
        whose, urgency = query.get("whose", ALL), query.get("urgency", "")
        return cls(
            queue=queue,
            whose=whose if whose in WHOSE else ALL,
            ipa=query.get("ipa", ""),
            urgency=urgency if urgency in URGENCIES else "",
            after=place(query.get("after", "")),
            before=place(query.get("before", "")),
        )

    def filters(self, viewer: Actor, ipas: Sequence[Ipa]) -> Filters:
        """Return the filters in the words of the query."""
        return Filters(
            ipa_id=next((ipa.id for ipa in ipas if ipa.key == self.ipa), None),
            urgency=self.urgency,
            assignee_id=viewer.id if self.whose == MINE else None,
            unassigned=self.whose == UNASSIGNED,
        )

    def href(self) -> str:
        """Return the address of this list."""
        asked = {
            "whose": self.whose if self.whose != ALL else "",
            "ipa": self.ipa,
            "urgency": self.urgency,
            "after": place_text(self.after),
            "before": place_text(self.before),
        }
        query = urlencode({name: value for name, value in asked.items() if value})
        address = _address(self.queue)
        return f"{address}?{query}" if query else address

    def first_page(self, **changed: str) -> "Asked":
        """Return the same list with something changed, from its beginning."""
        return replace(self, after=None, before=None, **changed)

    def active(self, ipas: Sequence[Ipa]) -> tuple[ActiveFilter, ...]:
        """Return the filters that are on, each with the address that takes it away."""
        name = next((ipa.name for ipa in ipas if ipa.key == self.ipa), "")
        shown = (
            ("whose", "Whose", WHOSE[self.whose] if self.whose != ALL else ""),
            ("ipa", "IPA", name),
            ("urgency", "Urgency", URGENCIES.get(self.urgency, "")),
        )
        return tuple(
            ActiveFilter(
                label=label,
                value=value,
                remove_href=self.first_page(**{field: ALL if field == "whose" else ""}).href(),
            )
            for field, label, value in shown
            if value
        )


def place(text: str) -> Place | None:
    """Read a place from an address; None for anything that is none."""
    due, _, row = text.partition(_BETWEEN)
    try:
        due_at = datetime.fromisoformat(due)
        return Place(due_at=due_at, id=UUID(row)) if due_at.tzinfo else None
    except ValueError:
        return None


def place_text(place: Place | None) -> str:
    """Write a place for an address."""
    return f"{place.due_at.isoformat()}{_BETWEEN}{place.id}" if place else ""


@cache
def _address(queue: str) -> str:
    return reverse("staff:worklist", kwargs={"queue": queue})
