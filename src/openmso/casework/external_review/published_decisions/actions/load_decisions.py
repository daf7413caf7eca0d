"""Write published decisions, each once; one that was published anew replaces itself."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from openmso.office.access.actor import Actor
from openmso.office.tenants.office_line import OfficeLine
from openmso.office.timeline.action import action, record
from openmso.standards.names import words_form

from ..domain.decision import PublishedDecision
from ..events import Event
from ..models import PublishedRow

_AT_ONCE = 1000
_COLUMNS = tuple(field.name for field in fields(PublishedDecision))
_FOUND_BY = (
    "reference",
    "diagnosis",
    "diagnosis_detail",
    "treatment",
    "treatment_detail",
    "findings",
)

Progress = Callable[[int], None]


@dataclass(slots=True)
class Loaded:
    """How many decisions were new, published with other words than before, or known."""

    added: int = 0
    changed: int = 0
    known: int = 0


@action
def load_decisions(
    decisions: Sequence[PublishedDecision], *, digest: str, by: Actor, at: datetime,
    progress: Progress = lambda _: None,
) -> Loaded:  # fmt: skip
    """Write decisions for the whole installation; a line of the office's history says how many.

    `digest` is the SHA-256 of the file they come from. `progress` hears how many are done.
    """
    loaded = Loaded()
    for start in range(0, len(decisions), _AT_ONCE):
        part = decisions[start : start + _AT_ONCE]
        _write(part, loaded, at)
        progress(start + len(part))
    record(OfficeLine.of(by.tenant_id), Event.LOADED, by=by, at=at, file=digest, **asdict(loaded))
    return loaded


def _write(part: Sequence[PublishedDecision], loaded: Loaded, at: datetime) -> None:
    references = [one.reference for one in part]
    stored = {
        row["reference"]: row
        for row in PublishedRow.objects.filter(reference__in=references).values(*_COLUMNS)
    }
    rows = []
    for decision in part:
        facts = asdict(decision)
        before = stored.get(decision.reference)
        if before == facts:
            loaded.known += 1
            continue
        loaded.changed += before is not None
        loaded.added += before is None
        rows.append(PublishedRow(**facts, words=_words(facts), loaded_at=at))
    PublishedRow.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["reference"],
        update_fields=[*(name for name in _COLUMNS if name != "reference"), "words", "loaded_at"],
    )


def _words(facts: dict[str, Any]) -> str:
    return words_form(" ".join(facts[name] for name in _FOUND_BY))
