"""Writes the invented clinical criteria: dated editions of sets of points."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import yaml

from openmso.casework.criteria.actions.add_editions import NewEdition, NewPoint, add_editions
from openmso.office.access.actor import Actor
from openmso.office.tenants.models import Tenant

_FILE = Path(__file__).with_name("criteria.yaml")
PUBLISHER = "Larkspur clinical council (invented for the demo)"

Words = tuple[str, str, str, str]

WHEN_REWORDED: Mapping[str, Callable[[date], date]] = {
    "in spring": lambda on: date(on.year - (on.month < 5), 4, 1),
    "this week": lambda on: on - timedelta(days=2),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaSet:
    """One set; `former` holds the points of the edition before, empty where there was none;
    `reworded` is a key of WHEN_REWORDED then."""

    key: str
    title: str
    title_es: str
    points: tuple[Words, ...]
    former: tuple[Words, ...] = ()
    reworded: str = ""


def criteria_sets() -> tuple[CriteriaSet, ...]:
    """Return every set as it stands in the file."""
    written = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(
        CriteriaSet(
            key=key,
            title=entry["title"],
            title_es=entry["title_es"],
            points=tuple(tuple(point) for point in entry["points"]),
            former=tuple(tuple(point) for point in entry.get("former", ())),
            reworded=entry.get("reworded", ""),
        )
        for key, entry in written.items()
    )


def write_criteria(tenant: Tenant, *, on: date, at: datetime) -> int:
    """Write every set of an office as known on `on`; return how many editions.

    The present editions serve since the year before; one set was reworded in the spring, so that
    older cases show the edition they were judged by, and one this week, while cases were open.
    """
    began = date(on.year - 2, 1, 1)
    editions: list[NewEdition] = []
    for each in criteria_sets():
        if each.former:
            turned = WHEN_REWORDED[each.reworded](on)
            editions.append(_edition(each, each.former, began, turned))
            editions.append(_edition(each, each.points, turned, None))
        else:
            editions.append(_edition(each, each.points, began, None))
    add_editions(editions, by=Actor.system("demo", tenant.id), at=at)
    return len(editions)


def _edition(
    each: CriteriaSet, words: tuple[Words, ...], from_on: date, until_on: date | None
) -> NewEdition:
    return NewEdition(
        key=each.key,
        edition=f"{from_on.year}-{1 if from_on.month == 1 else 2}",
        title=each.title,
        title_es=each.title_es,
        publisher=PUBLISHER,
        from_on=from_on,
        until_on=until_on,
        points=tuple(
            NewPoint(
                code=f"P{number}", text=text, question=question, plain=plain, plain_es=plain_es
            )
            for number, (text, question, plain, plain_es) in enumerate(words, start=1)
        ),
    )
