"""What a hospital tells us when it has admitted a patient, and whether it told us in time.

The time is in rulebook/inpatient/admission_notice.yaml. A late notice is taken like any other and
marked; it takes nothing away from anybody.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from openmso.rulebook.book import Rulebook
from openmso.rulebook.clocks import Clock, running_clocks
from openmso.standards.calendars import OfficeCalendar

from .stay import Level

NOTIFY = "notify_admission"
QUESTION = "inpatient/admission_notice"


class Channel(StrEnum):
    PAGE = "page"
    PHONE = "phone"
    FAX = "fax"


class Way(StrEnum):
    """Planned: approved before. Unplanned: through the emergency room."""

    PLANNED = "planned"
    UNPLANNED = "unplanned"


class NotPossible(ValueError):
    """What was told cannot be so. `problems` are sentences by the name of the field."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """The admission in the hospital's words. `admitted_at` carries a time zone.

    `authorization` is the number of our approval of a planned stay, `receipt` that of the night's
    request of an unplanned one; both may be unknown.
    """

    way: Way
    admitted_at: datetime
    level: Level
    reason: str
    attending: str
    authorization: str = ""
    receipt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notification:
    """One notification. `client_key` is the sender's own: the same key is the same one.

    `notified_at` is when it reached the first of our desks.
    """

    client_key: str
    channel: Channel
    notified_at: datetime
    hospital_id: UUID
    caller: str
    call_back: str
    patient_name: str
    birth_date: date | None
    plan_number: str
    admitted: Admitted

    def fingerprint(self) -> str:
        """Return a hash of what was told; the time of arrival is no part of it."""
        told = (
            *(self.channel, self.hospital_id, self.caller, self.call_back, self.patient_name),
            *(self.birth_date, self.plan_number, self.admitted),
        )
        return sha256(repr(told).encode("utf-8", "replace")).hexdigest()


def require_possible(told: Notification, *, at: datetime) -> None:
    """Raise NotPossible with every reason why this cannot have been told at `at`."""
    problems: dict[str, str] = {}
    if told.notified_at > at:
        problems["received_time"] = "It cannot have reached us in the future."
    if told.admitted.admitted_at > at:
        problems["admitted_time"] = "The patient cannot have been admitted in the future."
    if not told.patient_name.strip():
        problems["patient_name"] = "Write the patient's name."
    if problems:
        raise NotPossible(problems)


def notification_clocks(
    admitted_at: datetime, line_of_business: str, book: Rulebook, office: OfficeCalendar
) -> tuple[Clock, ...]:
    """Return the clocks of telling us, which started with the admission. Raises ConflictingAnswers.

    Empty where no rule gives a time.
    """
    return running_clocks(
        book,
        QUESTION,
        facts={"line_of_business": line_of_business or None},
        moments={"admitted": admitted_at},
        office=office,
    )


def is_late(notified_at: datetime, clocks: tuple[Clock, ...]) -> bool:
    """Tell whether the governing time had fully passed; at the due time itself it is in time."""
    governing = next((clock for clock in clocks if clock.governs), None)
    due_at = governing.due.due_at if governing else None
    return due_at is not None and notified_at > due_at
