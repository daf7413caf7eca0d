"""The lines of a request: description, code and units, as the office asked for them."""

from openmso.office.letters.blocks import Run
from openmso.office.letters.fields import CaseFacts, Service

from .writer import Writer


def services(w: Writer, case: CaseFacts) -> tuple[Run, ...]:
    """List what was asked."""
    return _listed(w, [(service, service.units) for service in case.services])


def granted(w: Writer, case: CaseFacts) -> tuple[Run, ...]:
    """List what was granted; a line that got nothing is left out."""
    return _listed(
        w,
        [(line, line.approved_units) for line in case.services if line.approved_units],
    )


def _listed(w: Writer, lines: list[tuple[Service, str]]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for service, units in lines:
        runs.append(w.name("; " if runs else ""))
        runs.append(w.quoted(service.description))
        runs.append(w.name(f" ({service.code}), {units}"))
    return tuple(runs)
