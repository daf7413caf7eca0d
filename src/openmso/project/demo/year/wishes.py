"""What invented doctors ask for, with the notes that go with it, read from the file beside this."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from openmso.standards.codes.service_codes import house_services

_FILE = Path(__file__).with_name("wishes.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class No:
    """A physician's reasons: for the record, and in plain words in English and Spanish."""

    clinical: str
    plain: str
    plain_es: str
    alternative: str = ""
    alternative_es: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One kind of request. `evidence` answers the criteria points in their order; `gap` is what
    the notes say instead where point `gap_point` (from 1) is not met; `section` leaves it out of
    the benefit book."""

    key: str
    code: str
    description: str
    unit: str
    quantities: tuple[int, ...]
    diagnoses: tuple[str, ...]
    summary: str
    evidence: tuple[str, ...]
    gap: str = ""
    gap_point: int = 1
    no: No | None = None
    section: str = ""
    drug: bool = False


@cache
def wishes() -> dict[str, Wish]:
    """Return every kind of request by its key."""
    names = {service.code: service.description for service in house_services()}
    written = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {key: _wish(key, entry, names) for key, entry in written.items()}


def _wish(key: str, entry: dict[str, Any], names: dict[str, str]) -> Wish:
    return Wish(
        key=key,
        code=entry["code"],
        description=names[entry["code"]],
        unit=entry["unit"],
        quantities=tuple(entry["quantities"]),
        diagnoses=tuple(entry["diagnoses"]),
        summary=entry["summary"],
        evidence=tuple(entry["evidence"]),
        gap=entry.get("gap", ""),
        gap_point=entry.get("gap_point", 1),
        no=No(**entry["reasons"]) if "reasons" in entry else None,
        section=entry.get("section", ""),
        drug=entry.get("drug", False),
    )
