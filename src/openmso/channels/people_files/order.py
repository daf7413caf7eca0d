"""What a load is asked to do, and how it reads its files line by line."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.standards.fhir.ndjson import files_of, lines_of

from .counts import Loaded
from .plan_map import Row
from .refused import CannotTake, Refused

BATCH = 500
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadOrder:
    """What is loaded where. `on` is the office's own day of the instant `at`."""

    folder: Path
    plan_map: tuple[Row, ...]
    ipa_id: UUID
    by: Actor
    at: datetime
    on: date
    progress: Callable[..., None]


def taken(
    order: LoadOrder,
    loaded: Loaded,
    resource_type: str,
    translate: Callable[[dict[str, Any]], Thing],
) -> Iterator[tuple[str, Thing]]:
    """Yield ("file:line", thing) for every line that can be translated; note the others."""
    for path in files_of(order.folder, resource_type):
        for line in lines_of(path, resource_type):
            where = f"{line.file}:{line.number}"
            try:
                if line.resource is None:
                    raise CannotTake(line.wrong)
                yield where, translate(line.resource)
            except CannotTake as reason:
                loaded.refused.append(Refused(where, resource_type, str(reason)))


def batches(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    """Yield lists of up to 500 things."""
    source = iter(things)
    while batch := list(islice(source, BATCH)):
        yield batch
