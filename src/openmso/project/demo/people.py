"""Who works and reads in the demo: invented people. Who they are stands in people.yaml.

Every password is made from the person's name and exists only in a demo folder.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from openmso.office.access.roles import Role

_FILE = Path(__file__).with_name("people.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One account. `practice` counts the practices of the demo's own network; `member` is a key of
    the cast; `ipa` is the only one whose cases the person sees. `attested` is false for the
    physician whose attestation has lapsed."""

    key: str
    office: str
    email: str
    name: str
    role: Role
    language: str = "en"
    specialties: tuple[str, ...] = ()
    attested: bool = True
    practice: int | None = None
    member: str = ""
    ipa: str = ""
    story: str = ""

    @property
    def password(self) -> str:
        return password_of(self.name)


def password_of(name: str) -> str:
    """Return the demo's password of somebody's account, as the sign-in table shows it."""
    family_name = name.partition(",")[0].split()[-1]
    return f"demo-{family_name.lower()}-2026"


def _person(role: str, specialties: tuple[str, ...] = (), **written: Any) -> Person:
    return Person(role=Role(role), specialties=tuple(specialties), **written)


PEOPLE = tuple(_person(**row) for row in yaml.safe_load(_FILE.read_text(encoding="utf-8")))
