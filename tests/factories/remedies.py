"""Facts about a no, put through the router as the law of the package has it."""

import re
from collections.abc import Mapping
from datetime import date

from openmso.casework.remedies.answer import Remedy, Routed
from openmso.casework.remedies.facts import Facts, facts_from
from openmso.casework.remedies.router import route
from openmso.casework.remedies.table import default_table
from openmso.rulebook.book import Rulebook, default_rulebook
from openmso.standards.calendars import OfficeCalendar

OFFICE = OfficeCalendar.of("America/Los_Angeles")
TODAY = date(2026, 11, 22)

COMMERCIAL: Mapping[str, object] = {
    "coverage": "KK-COMMERCIAL",
    "decision": "deny",
    "basis": "MEDICAL-NECESSITY",
    "provider_link": "RECOMMENDED",
    "urgent": False,
    "notice_on": "2026-09-01",
}
MEDI_CAL: Mapping[str, object] = {**COMMERCIAL, "coverage": "KK-MEDI-CAL", "state_hearing": "none"}


# Names of offices and of remedies are what they are; a reader takes each in as one thing.
_NAMES = re.compile(
    r"Independent Medical Review|Department of Managed Health Care|Department of Insurance|"
    r"Medicare Advantage|Medi-Cal Rx|Medi-Cal|Medicare|State Hearing|DMHC|IMR|Help Center|"
    r"workers' compensation|federal external review|independent entity|California|reconsideration"
)


def without_names(text: str) -> str:
    """Return the text as the reading level judges it."""
    return _NAMES.sub("it", text)


def facts(given: Mapping[str, object] | None = None, /, **more: object) -> Facts:
    """Return facts read as from JSON; days may be ISO texts or dates."""
    return facts_from({**(given or {}), **more}, default_table().questions)


def routed(
    given: Mapping[str, object] | None = None,
    /,
    *,
    on: date = TODAY,
    book: Rulebook | None = None,
    **more: object,
) -> Routed:
    """Route the facts on the day."""
    book = book or default_rulebook()
    return route(facts(given, **more), as_of=on, book=book, office=OFFICE)


def remedy(answer: Routed, key: str) -> Remedy:
    """Return the remedy with this key; it must be there."""
    found = answer.named(key)
    assert found, f"no {key} among {[one.key for one in answer.remedies]}"
    return found
