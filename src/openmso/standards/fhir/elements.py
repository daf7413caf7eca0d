"""The parts that FHIR resources are made of, read without trusting them: what is missing or has
another shape is an empty text or None."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

Resource = Mapping[str, Any]
LONGEST_ID = 64


def text_at(resource: object, *path: str | int) -> str:
    """Return the text at `path`, stripped; "" when it is not there or not a text."""
    here = resource
    for step in path:
        if isinstance(step, int) and isinstance(here, list) and len(here) > step:
            here = here[step]
        elif isinstance(step, str) and isinstance(here, Mapping):
            here = here.get(step)
        else:
            return ""
    return here.strip() if isinstance(here, str) else ""


def resource_id(resource: Resource) -> str:
    """Return the id of a resource; empty when it has none, or one longer than FHIR allows."""
    found = text_at(resource, "id")
    return found if len(found) <= LONGEST_ID else ""


def parts(resource: Resource, name: str) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a list element."""
    found = resource.get(name)
    if isinstance(found, list):
        for part in found:
            if isinstance(part, Mapping):
                yield part


def identifier(resource: Resource, system: str) -> str:
    """Return the value of the first identifier with this system, or ""."""
    for each in parts(resource, "identifier"):
        if text_at(each, "system") == system:
            return text_at(each, "value")
    return ""


def reference_id(reference: str) -> str:
    """Return the bare id of a reference: urn:uuid:…, Patient/… or an address that ends so."""
    return reference.removeprefix("urn:uuid:").rsplit("/", 1)[-1]


def full_date(text: str) -> date | None:
    """Return the day of a full date or instant; None for a year, a month or anything else.

    The day is the one that is written, whatever its offset.
    """
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def period_end(text: str) -> date | None:
    """Return the first day after a period's end, None when it is open or unreadable.

    A date is the last day of its period. An instant ends it on its own day, which then belongs to
    what follows.
    """
    day = full_date(text)
    if day is None:
        return None
    return day if "T" in text else day + timedelta(days=1)


def official_name(resource: Resource) -> Mapping[str, Any]:
    """Return the official name, else the first one, else an empty one."""
    names = list(parts(resource, "name"))
    official = [name for name in names if text_at(name, "use") == "official"]
    return next(iter(official or names), {})


def given_names(name: Mapping[str, Any]) -> list[str]:
    """Return the given names that are texts, in their order."""
    given = name.get("given")
    return (
        [each.strip() for each in given if isinstance(each, str)] if isinstance(given, list) else []
    )


def telecom(resource: Resource, system: str) -> str:
    """Return the first value of a contact system ("phone", "email"), or ""."""
    for each in parts(resource, "telecom"):
        if text_at(each, "system") == system:
            return text_at(each, "value")
    return ""
