"""What a hospital must tell us about a stabilized patient, by whichever way it reaches us.

Emergency care itself is never asked about: it needs no approval (42 CFR 422.113(b), HSC 1371.4).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256


class Channel(StrEnum):
    PAGE = "page"
    PHONE = "phone"
    FAX = "fax"


class Purpose(StrEnum):
    """Why care goes on: it keeps the patient as stable as they are, or makes them better."""

    MAINTAIN = "maintain"
    IMPROVE = "improve_or_resolve"


class NotPossible(ValueError):
    """What was told cannot be so. `problems` are sentences by the name of the field."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientAsTold:
    """The patient in the hospital's words; all of it may be wrong or missing at first."""

    name: str
    birth_date: date | None = None
    plan_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CareAsTold:
    """When and by whom the patient was stabilized, and which care is to go on.

    `circumstance` says what makes care that improves payable. `emergency_began_at` ties it to the
    emergency episode. Instants carry a time zone.
    """

    stabilized_at: datetime
    stabilized_by: str
    purpose: Purpose
    care: str
    circumstance: str = ""
    emergency_began_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HospitalRequest:
    """One request. `client_key` is the sender's own: the same key is the same request.

    `asked_at` is when it reached the first of our desks; `face_sheet` tells whether one came.
    """

    client_key: str
    channel: Channel
    asked_at: datetime
    caller: str
    call_back: str
    patient: PatientAsTold
    care: CareAsTold

    def fingerprint(self) -> str:
        """Return a hash of what was told; the time of arrival is no part of it."""
        told = (self.channel, self.caller, self.call_back, self.patient, self.care)
        return sha256(repr(told).encode("utf-8", "replace")).hexdigest()


def require_possible(care: CareAsTold, *, at: datetime) -> None:
    """Raise NotPossible with every reason why this cannot have been told at `at`."""
    problems: dict[str, str] = {}
    if care.stabilized_at > at:
        problems["stabilized_at"] = "The patient cannot have been stabilized in the future."
    began = care.emergency_began_at
    if began is not None and began > care.stabilized_at:
        problems["emergency_began_at"] = "The emergency began after the patient was stabilized?"
    if not care.stabilized_by.strip():
        problems["stabilized_by"] = "Name the physician who found the patient stable."
    if not care.care.strip():
        problems["care"] = "Say which care is to go on."
    if care.purpose is Purpose.IMPROVE and not care.circumstance.strip():
        problems["circumstance"] = "Say why care that improves or resolves is needed now."
    if problems:
        raise NotPossible(problems)
