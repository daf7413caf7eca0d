"""Newline-delimited FHIR: one resource a line, plain or packed with xz."""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

LONGEST_LINE = 4 * 1024 * 1024
_NUL = rb"\u0000"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file, counted from 1: a resource, or what is wrong with the line."""

    file: str
    number: int
    resource: dict[str, Any] | None
    wrong: str = ""


def files_of(folder: Path, resource_type: str) -> list[Path]:
    """Return the folder's files of a resource type: Patient.ndjson, Patient.000.ndjson.xz …"""
    names = (f"{resource_type}.ndjson", f"{resource_type}.ndjson.xz")
    parts = (f"{resource_type}.*.ndjson", f"{resource_type}.*.ndjson.xz")
    found = [folder / name for name in names if (folder / name).is_file()]
    return found + sorted(path for part in parts for path in folder.glob(part))


def lines_of(path: Path, resource_type: str) -> Iterator[Line]:
    """Yield every line that is not empty. A broken line is told and the next one is read."""
    with lzma.open(path, "rb") if path.suffix == ".xz" else path.open("rb") as raw:
        for number, text in enumerate(iter(lambda: raw.readline(LONGEST_LINE), b""), start=1):
            if text.strip():
                yield _line(path.name, number, text, resource_type)


def _line(file: str, number: int, text: bytes, resource_type: str) -> Line:
    if _NUL in text:
        return Line(file, number, None, "the line holds a NUL, which no database keeps")
    try:
        resource = orjson.loads(text)
    except orjson.JSONDecodeError:
        return Line(file, number, None, "the line is not JSON")
    if not isinstance(resource, dict):
        return Line(file, number, None, "the line is not a resource")
    if resource.get("resourceType") != resource_type:
        return Line(file, number, None, f"the resource is not a {resource_type}")
    return Line(file, number, resource)
