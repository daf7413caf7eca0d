"""The broad groups of diagnoses and treatments (data/groups.yaml)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

OTHER = "other"
_GROUPS = Path(__file__).parent / "data" / "groups.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One group. `icd10` are spans of three-sign categories, both ends inclusive."""

    key: str
    en: str
    es: str
    in_file: tuple[str, ...]
    icd10: tuple[tuple[str, str], ...] = ()
    services: tuple[str, ...] = ()

    def name(self, language: str) -> str:
        """Return the group's name in English or Spanish; another language gets English."""
        return self.es if language.startswith("es") else self.en


Groups = Mapping[str, Group]


@cache
def diagnosis_groups() -> Groups:
    """Return the groups of diagnoses by key; "other" stands last."""
    return _read("diagnosis")


@cache
def treatment_groups() -> Groups:
    """Return the groups of treatments by key; "other" stands last."""
    return _read("treatment")


def group_in_file(groups: Groups, category: str) -> str | None:
    """Return the group of one of the regulator's categories; None when it stands in none."""
    wanted = category.casefold()
    return next(
        (key for key, group in groups.items() if wanted in map(str.casefold, group.in_file)), None
    )


def groups_of_diagnoses(codes: Sequence[str]) -> list[str]:
    """Return the groups with which disputes about these ICD-10-CM codes are compared, each once."""
    return _once(
        key
        for code in codes
        for key, group in diagnosis_groups().items()
        if any(first <= code[:3].upper() <= last for first, last in group.icd10)
    )


def groups_of_services(categories: Sequence[str]) -> list[str]:
    """Return the groups with which services of these categories of ours are compared."""
    return _once(
        key
        for category in categories
        for key, group in treatment_groups().items()
        if category in group.services
    )


def _once(keys: Any) -> list[str]:
    return list(dict.fromkeys(keys))


def _read(part: str) -> Groups:
    written = yaml.safe_load(_GROUPS.read_text(encoding="utf-8"))[part]
    return {
        key: Group(
            key=key,
            en=one["en"],
            es=one["es"],
            in_file=tuple(one["in_file"]),
            icd10=tuple((first, last) for first, last in one.get("icd10", ())),
            services=tuple(one.get("services", ())),
        )
        for key, one in written.items()
    }
