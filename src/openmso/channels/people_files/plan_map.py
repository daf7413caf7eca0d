"""Which of the office's plans a payer in the files is.

A map is a YAML file; each row names a payer (in any capitals) or a kind of coverage, and a plan by
its key or by its line of business:

    payers:
      - {payer: Medicare, line_of_business: MA}
      - {coverage_type: HIP, plan: harbor-commercial}

The first row that fits decides. Without a map, the one beside this module is used.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .refused import CannotTake

DEFAULT = Path(__file__).with_name("default_plan_map.yaml")


class MapNotReadable(ValueError):
    """The file is no plan map; the text says what is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: what must fit, and what it means. Empty texts ask for nothing."""

    payer: str = ""
    coverage_type: str = ""
    plan: str = ""
    line_of_business: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPlan:
    """A plan of the office, as far as the map needs it."""

    key: str
    line_of_business: str


def read_map(path: Path = DEFAULT) -> tuple[Row, ...]:
    """Return the rows of a map; raises MapNotReadable."""
    try:
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as trouble:
        raise MapNotReadable(f"{path} cannot be read as YAML.") from trouble
    if not isinstance(written, dict) or not isinstance(written.get("payers"), list):
        raise MapNotReadable(f'{path} has no list called "payers".')
    return tuple(_row(each, path) for each in written["payers"])


def plan_key_for(
    payer: str, coverage_type: str, *, rows: Iterable[Row], plans: Iterable[KnownPlan]
) -> str:
    """Return the key of the plan; raises CannotTake when no row or no plan fits.

    Of several plans with the row's line of business the first by key is meant.
    """
    if not payer:
        raise CannotTake("nobody but the person pays: there is no health plan")
    for row in rows:
        if row.payer and row.payer.casefold() != payer.casefold():
            continue
        if row.coverage_type and row.coverage_type != coverage_type:
            continue
        return _key(row, list(plans))
    raise CannotTake(f'the payer "{payer}" is in no row of the plan map')


def _key(row: Row, plans: list[KnownPlan]) -> str:
    if row.plan:
        if any(plan.key == row.plan for plan in plans):
            return row.plan
        raise CannotTake(f'the plan map names "{row.plan}", which this office does not have')
    of_line = sorted(plan.key for plan in plans if plan.line_of_business == row.line_of_business)
    if not of_line:
        raise CannotTake(f"this office has no plan of the line of business {row.line_of_business}")
    return of_line[0]


def _row(written: Any, path: Path) -> Row:
    known = {"payer", "coverage_type", "plan", "line_of_business"}
    if not isinstance(written, dict) or not set(written) <= known:
        raise MapNotReadable(f"{path}: a row may only have {', '.join(sorted(known))}.")
    row = Row(**{name: str(value) for name, value in written.items()})
    if not (row.payer or row.coverage_type) or bool(row.plan) == bool(row.line_of_business):
        raise MapNotReadable(
            f"{path}: a row names a payer or coverage_type, and either plan or line_of_business."
        )
    return row
