"""A stay as both sides see it: where it stands, the approved days, the same lines of history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from openmso.casework.inpatient.admissions.domain.completeness import Finding, Part
from openmso.casework.inpatient.admissions.domain.notification import NOTIFY, Way
from openmso.casework.inpatient.admissions.domain.states import State
from openmso.casework.inpatient.admissions.models import Admission
from openmso.casework.inpatient.admissions.told import lines
from openmso.channels.ui.presenters.deadline import DeadlineBadge, deadline_badge
from openmso.channels.ui.presenters.facts import Fact, TimelineEntry
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.presenters.stored_deadline import stored_deadline
from openmso.channels.ui.presenters.told_lines import entry_of
from openmso.channels.ui.words_for_numbers import written
from openmso.channels.ui.words_for_time import staff_date, staff_last_day, staff_time
from openmso.office.timeline.deadlines import of_case
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.timeline.queries import history

STATES = {
    State.IN_HOUSE: StatusTag("In the hospital", StatusTone.WORKING),
    State.DISCHARGED: StatusTag("Discharged", StatusTone.GOOD),
    State.NOT_OURS: StatusTag("Not our member", StatusTone.QUIET),
}
LATE = StatusTag("Told late", StatusTone.WAITING)
_PARTS = {
    Part.FACE_SHEET: "Face sheet",
    Part.CLINICALS: "Clinical notes",
    Part.CARD: "Card number with birth date",
}
_OUR_NUMBER = {
    Way.PLANNED: "Our authorization number",
    Way.UNPLANNED: "Our receipt number of the night",
}
_QUESTION = "Tell us of the admission"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletenessLine:
    """One part in words: whether it is there, and whether it must be."""

    name: str
    says: str
    there: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedStay:
    """What the hospital and our desk both read. `badge` None: no rule gives a time."""

    state: StatusTag
    late: StatusTag | None
    sentence: str
    badge: DeadlineBadge | None
    told: Sequence[Fact]
    history: Sequence[TimelineEntry]
    deadlines: Sequence[Deadline]
    events: Sequence[CaseEvent]


def shared_stay(
    stay: Admission, *, at: datetime, zone: ZoneInfo, for_hospital: bool = False
) -> SharedStay:
    """Read and present what both sides see of a stay as it stands at `at`. Two queries."""
    deadlines = list(of_case(tenant_id=stay.tenant_id, case_id=stay.id))
    events = list(history(tenant_id=stay.tenant_id, case_id=stay.id))
    return SharedStay(
        state=STATES[State(stay.state)].in_language(),
        late=LATE.in_language() if stay.notified_late else None,
        sentence=_sentence(stay, zone),
        badge=_badge(deadlines, stay, at=at, zone=zone),
        told=_told(stay, zone),
        history=[entry_of(line, zone) for line in lines(events, for_hospital=for_hospital)],
        deadlines=deadlines,
        events=events,
    )


def completeness_lines(findings: Sequence[Finding]) -> list[CompletenessLine]:
    """Return what is there and what is missing, in words."""
    return [
        CompletenessLine(
            name=gettext(_PARTS.get(one.part) or _OUR_NUMBER[one.way]),
            says=gettext(_THERE if one.there else _REQUIRED if one.required else _OPEN),
            there=one.there,
        )
        for one in findings
    ]


_THERE, _REQUIRED = "There", "Missing: it is required"
_OPEN = "Not there; it can follow, and nothing waits for it"


def _sentence(stay: Admission, zone: ZoneInfo) -> str:
    if stay.state == State.NOT_OURS:
        return gettext("We found no coverage with us on the day of admission. This is no denial.")
    if stay.member_id is None:
        return gettext("We have the notice. The patient is not identified yet.")
    if stay.approved_until_on is None:
        said = gettext("No days are approved yet.")
    else:
        day = staff_last_day(stay.approved_until_on)
        said = gettext("Approved through {day}.").format(day=day)
    if stay.discharged_at is not None:
        when = staff_time(stay.discharged_at, zone)
        return f"{said} {gettext('Discharged {when}.').format(when=when)}"
    if stay.next_review_on is not None:
        day = staff_date(stay.next_review_on)
        said += " " + gettext("Next review {day}.").format(day=day)
    return said


def _badge(
    deadlines: Sequence[Deadline], stay: Admission, *, at: datetime, zone: ZoneInfo
) -> DeadlineBadge | None:
    mine = [each for each in deadlines if each.purpose == NOTIFY]
    first = next((each for each in mine if each.governs), None)
    if first is None:
        return None
    facts = stored_deadline(
        first,
        [each for each in mine if each is not first],
        uid=str(first.id),
        question=_QUESTION,
        start_event=gettext("The patient was admitted"),
        met_at=stay.notified_at,
    )
    return deadline_badge(facts, at=at, zone=zone)


def _told(stay: Admission, zone: ZoneInfo) -> tuple[Fact, ...]:
    born = staff_date(stay.told_birth_date) if stay.told_birth_date else ""
    pairs = (
        ("Hospital", stay.hospital.name),
        ("Told", f"{staff_time(stay.notified_at, zone)}, {gettext(stay.get_channel_display())}"),
        ("Who told us", stay.caller),
        ("Call back", written(stay.call_back)),
        ("Patient", stay.told_name),
        ("Birth date", born),
        ("Plan number", stay.told_number),
        ("Admission", gettext(stay.get_way_display().capitalize())),
        ("Admitted", staff_time(stay.admitted_at, zone)),
        ("Reason", stay.reason),
        ("Attending physician", stay.attending),
        ("Authorization number", stay.told_authorization),
        ("Receipt of the night", stay.told_receipt),
    )
    return tuple(Fact(label=gettext(label), value=value) for label, value in pairs if value)
