"""Lists of stays: who lies in a hospital, and the days nobody wrote a status for."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from openmso.casework.inpatient.admissions.census import MissingDay, Row, census, missing
from openmso.casework.inpatient.admissions.domain.stay import Level
from openmso.channels.ui.older_rows import read_after, written_after
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.presenters.stay import LATE
from openmso.channels.ui.words_for_time import staff_date, staff_last_day, staff_time
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.office.newest_first import Place
from openmso.roster.providers.hospitals import hospitals_of

from ..staff_request import StaffRequest, zone_of
from .tabs import tabs

_FOLDER = "staff_portal/inpatient"
REVIEW = "review"
_UNIDENTIFIED = StatusTag("Not identified", StatusTone.STOP)
_OWED = StatusTag("Status owed today", StatusTone.WAITING)


@dataclass(frozen=True, slots=True, kw_only=True)
class CensusLine:
    """One row of the census in words."""

    id: UUID
    number: str
    patient: str
    ipa: str
    where: str
    level: str
    admitted: str
    days: int
    approved: str
    review: str
    missing: int
    tags: tuple[StatusTag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One link of a row of filters; the chosen one is marked."""

    label: str
    href: str
    current: bool


@requires(Permission.CASE_READ)
@require_GET
def stays(request: StaffRequest) -> HttpResponse:
    """Show who lies in a hospital, the newest first. Four queries."""
    viewer, at, zone = request.actor, request.arrived_at, zone_of(request)
    hospitals = hospitals_of(viewer.tenant_id)
    chosen = next((one for one in hospitals if str(one.id) == request.GET.get("hospital")), None)
    due = request.GET.get("show") == REVIEW
    today = office_calendar(viewer.tenant_id).local(at).date()
    found = census(
        viewer,
        at=at,
        hospital_id=chosen.id if chosen else None,
        review_due_on=today if due else None,
        after=read_after(request.GET.get("after", "")),
    )
    names = {one.id: one.name for one in hospitals}
    place, show = (str(chosen.id) if chosen else ""), (REVIEW if due else "")
    context = {
        "rows": [_line(row, names, zone) for row in found.rows],
        "shows": [
            Choice(label=label, href=_href(each, place), current=each == show)
            for each, label in (("", "Everybody"), (REVIEW, "Review due"))
        ],
        "places": [
            Choice(label=label, href=_href(show, each), current=each == place)
            for each, label in (("", "All"), *((str(one.id), one.name) for one in hospitals))
        ],
        "next_href": _href(show, place, after=found.next) if found.next else "",
        "tabs": tabs(viewer, "staff:census"),
    }
    return render(request, f"{_FOLDER}/census.html", context)


@requires(Permission.CASE_READ)
@require_GET
def missing_days(request: StaffRequest) -> HttpResponse:
    """Show the days that are over without a status, the oldest first."""
    rows = [_missing(one) for one in missing(request.actor, at=request.arrived_at)]
    may_write = request.actor.may(Permission.STAY_STATUS)
    context = {
        "rows": rows,
        "may_write": may_write,
        "tabs": tabs(request.actor, "staff:stays_missing"),
    }
    return render(request, f"{_FOLDER}/missing.html", context)


def _line(row: Row, names: dict[UUID, str], zone: ZoneInfo) -> CensusLine:
    stay, standing = row.stay, row.standing
    now = standing.now
    late = (LATE,) if stay.notified_late else ()
    unknown = (_UNIDENTIFIED,) if stay.member_id is None else ()
    owed = (_OWED,) if standing.owed_today else ()
    return CensusLine(
        id=stay.id,
        number=stay.number,
        patient=stay.member.full_name if stay.member else stay.told_name,
        ipa=stay.ipa.name if stay.ipa else "",
        where=names.get(now.place, stay.hospital.name) if now else stay.hospital.name,
        level=level_words(now.level, on_leave=now.on_leave) if now else "",
        admitted=staff_time(stay.admitted_at, zone),
        days=len(standing.days),
        approved=staff_last_day(stay.approved_until_on) if stay.approved_until_on else "None yet",
        review=staff_date(stay.next_review_on) if stay.next_review_on else "",
        missing=len(standing.missing),
        tags=(*unknown, *late, *owed),
    )


def level_words(level: Level, *, on_leave: bool = False) -> str:
    """Write a level of care: "Intensive care", "Telemetry, on leave"."""
    words = level.words.capitalize()
    return f"{words}, on leave" if on_leave else words


def _missing(one: MissingDay) -> dict[str, object]:
    stay = one.stay
    return {
        "id": stay.id,
        "on": one.on.isoformat(),
        "day": staff_date(one.on),
        "number": stay.number,
        "patient": stay.member.full_name if stay.member else stay.told_name,
        "hospital": stay.hospital.name,
    }


def _href(show: str, hospital: str, *, after: Place | None = None) -> str:
    place = written_after(*after) if after else ""
    asked = {"show": show, "hospital": hospital, "after": place}
    return f"?{urlencode({name: value for name, value in asked.items() if value})}"
