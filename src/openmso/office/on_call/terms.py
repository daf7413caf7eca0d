"""Reads the times to answer a page: the product's own default, and what an installation adds."""

from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from openmso.office.tenants.models import Tenant

from .domain.duty_role import DutyRole
from .domain.terms import RoleTerms, Terms, terms_in_force

DEFAULT = Path(__file__).with_name("terms.yaml")


class TermsFault(ValueError):
    """A file of terms cannot be used. The sentence says which and why."""


def terms_for(tenant: Tenant, on: date) -> Terms:
    """Return the terms of an office on its day `on`. Raises TermsFault for a broken file."""
    return terms_in_force(_every(settings.ON_CALL_TERMS), office=tenant.key, on=on)


def check_terms() -> None:
    """Raise TermsFault when the files of this installation cannot be used."""
    _every(settings.ON_CALL_TERMS)


def read_terms(file: Path) -> tuple[Terms, ...]:
    """Return what a file says; every entry names every role. Raises TermsFault."""
    try:
        entries = yaml.safe_load(file.read_text(encoding="utf-8"))
        return tuple(_terms(entry) for entry in entries)
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as fault:
        raise TermsFault(f"{file}: {fault}") from None


@lru_cache(maxsize=8)
def _every(own_file: str) -> tuple[Terms, ...]:
    own = read_terms(Path(own_file)) if own_file else ()
    return (*read_terms(DEFAULT), *own)


def _terms(entry: dict[str, Any]) -> Terms:
    if not isinstance(entry["from_on"], date):
        raise ValueError(f"from_on must be a day like 2026-01-01, not {entry['from_on']!r}")
    roles = {DutyRole(name): _role_terms(said) for name, said in entry["roles"].items()}
    if missing := [role.value for role in DutyRole if role not in roles]:
        raise ValueError(f"says nothing about {', '.join(missing)}")
    return Terms(from_on=entry["from_on"], office=entry.get("office", ""), roles=roles)


def _role_terms(said: dict[str, Any]) -> RoleTerms:
    minutes = said["answer_within_minutes"]
    if not isinstance(minutes, int) or minutes < 1:
        raise ValueError(f"answer_within_minutes must be a whole number from 1, not {minutes!r}")
    return RoleTerms(
        answer_within=timedelta(minutes=minutes),
        then=tuple(DutyRole(name) for name in said["then"]),
    )
