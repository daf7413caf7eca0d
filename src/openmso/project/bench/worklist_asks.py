"""What nurses ask of their list: mostly its first page, then narrower ones and the next pages."""

from dataclasses import dataclass

from django.urls import reverse

from openmso.casework.prior_auth.worklist import NURSE
from openmso.office.worklists.queries import ROWS

from .browser import Browser
from .lean_http import Answer

# Two places deep in the list are put in where the data of the run is known.
_FILTERS = ("", "", "", "", "whose=mine", "whose=unassigned", "urgency=expedited", "ipa={ipa}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorklistAsks:
    """Requests as ready bytes; the same mix in the same order for a list of any length."""

    nurses: tuple[Browser, ...]
    ipa: str
    deep: tuple[str, ...]

    def page(self, client: int, n: int) -> bytes:
        queries = (*_FILTERS, *self.deep)
        query = queries[(client + n) % len(queries)].format(ipa=self.ipa)
        address = reverse("staff:worklist", kwargs={"queue": NURSE})
        nurse = self.nurses[client % len(self.nurses)]
        return nurse.get(f"{address}?{query}" if query else address)


def is_full_page(answer: Answer) -> bool:
    """Tell whether a list of all its rows came."""
    return answer.status == 200 and answer.body.count(b"data-row-link") == ROWS
