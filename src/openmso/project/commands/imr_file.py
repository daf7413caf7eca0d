"""The regulator's file as both `openmso imr` commands read it, and how its faults are told."""

from collections import Counter
from datetime import datetime
from pathlib import Path

from openmso.casework.external_review.published_decisions.file.opening import (
    FileNotReadable,
    opened,
)
from openmso.casework.external_review.published_decisions.file.reading import ReadFile, read_file
from openmso.project.refusal import Refusal

_REASONS_SHOWN = 12


def read(file: Path, *, at: datetime) -> ReadFile:
    """Read the file. Raises Refusal when it cannot be used as a whole."""
    try:
        return read_file(opened(file.read_bytes()), this_year=at.year)
    except OSError as trouble:
        raise Refusal(f"{file} cannot be read: {trouble.strerror}.") from trouble
    except FileNotReadable as fault:
        raise Refusal(f"{file}: {fault}") from fault


def faults_told(found: ReadFile) -> list[str]:
    """Return lines about what was refused, withheld or stands in no group."""
    lines = [f"Refused lines: {len(found.refused):,}."]
    reasons = Counter(_without_reference(one.why) for one in found.refused)
    first = {_without_reference(one.why): one.line for one in reversed(found.refused)}
    lines += [
        f"  {times:,} × {why} (first: line {first[why]})"
        for why, times in reasons.most_common(_REASONS_SHOWN)
    ]
    if found.withheld:
        told = ", ".join(f"{kind} {times}" for kind, times in sorted(found.withheld.items()))
        lines.append(f"Texts withheld because they may lead to a person: {told}.")
    if found.ungrouped:
        told = ", ".join(f'"{name}" {times}' for name, times in sorted(found.ungrouped.items()))
        lines.append(f'Categories in no group, counted under "other": {told}.')
    return lines


def as_object(found: ReadFile) -> dict[str, object]:
    """Return the same for programs, every refused line with its reason."""
    return {
        "file": found.digest,
        "encoding": found.encoding,
        "read": len(found.decisions),
        "refused": [{"line": one.line, "why": one.why} for one in found.refused],
        "withheld": {kind.value: times for kind, times in sorted(found.withheld.items())},
        "ungrouped": dict(sorted(found.ungrouped.items())),
    }


def _without_reference(why: str) -> str:
    """Return the reason alone, so that the same reasons are counted together."""
    return "a reference stands twice" if " stands in line " in why else why
