"""What every report and every measure means, in plain sentences: data/REPORT.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_NAMES = (
    *("public_metrics", "physician_profile", "under_utilization", "bed_days"),
    *("appeals_and_grievances", "public_appeals"),
)
_FOLDER = Path(__file__).parent / "data"
FIRST_LANGUAGE = "en"
Words = Mapping[str, str]


class UnknownReport(LookupError):
    """There is no report of this name. The sentence lists those there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureWords:
    """`counts` is the numerator in words, `out_of` the denominator; empty where there is none."""

    label: Words
    unit: str
    counts: Words
    out_of: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWords:
    """`rows_are` says what the parts of a row's key name: plan, ipa, practitioner, language…"""

    title: Words
    row: Words
    rows_are: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """One report in words. Its `edition` changes whenever the same rows give other figures."""

    key: str
    edition: str
    title: Words
    sentence: Words
    source: str
    tables: Mapping[str, TableWords]
    measures: Mapping[str, MeasureWords]
    limits: Mapping[str, tuple[str, ...]]


def said(words: Words, language: str = FIRST_LANGUAGE) -> str:
    """Return the words in a language, in English where nobody wrote them."""
    return words.get(language) or words.get(FIRST_LANGUAGE, "")


def definition(key: str) -> Definition:
    """Return the definition of a report. Raises UnknownReport."""
    try:
        return definitions()[key]
    except KeyError:
        known = ", ".join(definitions())
        raise UnknownReport(f'There is no report "{key}". There are: {known}.') from None


@cache
def definitions() -> Mapping[str, Definition]:
    """Return every report there is, by its key."""
    return {name: _read(_FOLDER / f"{name}.yaml") for name in _NAMES}


def _read(file: Path) -> Definition:
    written: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return Definition(
        **written
        | {
            "tables": {
                name: TableWords(**one | {"rows_are": tuple(one["rows_are"])})
                for name, one in written["tables"].items()
            },
            "measures": {
                name: MeasureWords(**{"out_of": {}} | one)
                for name, one in written["measures"].items()
            },
            "limits": {name: tuple(lines) for name, lines in written["limits"].items()},
        }
    )
