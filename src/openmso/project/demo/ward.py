"""A ward of the demo: the steps of a stay, each by the action people use, at its own time."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import count
from random import Random
from uuid import UUID

from openmso.casework.inpatient.admissions.actions.approve_days import DaysYes, approve_days
from openmso.casework.inpatient.admissions.actions.discharge import Discharge, discharge
from openmso.casework.inpatient.admissions.actions.notify import notify
from openmso.casework.inpatient.admissions.actions.write_status import Status, write_status
from openmso.casework.inpatient.admissions.domain.daily_status import Condition
from openmso.casework.inpatient.admissions.domain.notification import (
    Admitted,
    Channel,
    Notification,
    Way,
)
from openmso.casework.inpatient.admissions.domain.states import DischargedTo
from openmso.casework.inpatient.admissions.domain.stay import Level
from openmso.casework.inpatient.admissions.models import Admission
from openmso.office.access.actor import Actor
from openmso.office.documents.inspection import Inspected, inspect
from openmso.office.law import office_calendar
from openmso.roster.members.models import Member
from openmso.roster.providers.hospitals import hospitals_of

from .year.desk import LINE_OF_PLAN, Desk
from .year.paper import notes_as_pdf

_MORNING = time(6, 20)
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_COVERED_FOR = timedelta(days=133)
_REASONS = (
    "Pneumonia with low oxygen",
    "Hip fracture after a fall, operated on arrival",
    "Heart failure with fluid in the lungs",
    "Kidney infection with high fever",
)
_ATTENDING = ("Dr. Lena Ortiz", "Dr. Omar Haddad", "Dr. Grace Lindqvist")
_INSTRUCTIONS = "Weigh yourself each morning. Take the new water pill. Call if your feet swell."
_FACE_SHEET = inspect(notes_as_pdf("Face sheet", [["An invented patient of this demonstration."]]))


class Ward:
    """What happens to patients, step by step; `desk` knows the people of the office."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.hospitals = [one for one in hospitals_of(desk.roster.tenant.id) if one.number]
        self._chance = Random("stays in a hospital")
        self._office = office_calendar(desk.roster.tenant.id)
        self._serial = count()
        self._patients = {line: self._members(line) for line in ("MA", "KK", "MEDI-CAL")}

    def next_patient(self, line: str) -> Member:
        """Somebody who has been a member for long and has no other part to play."""
        return next(self._patients[line])

    def told(
        self,
        line: str,
        admitted_at: datetime,
        *,
        told_after: timedelta = 3 * _HOUR,
        way: Way = Way.UNPLANNED,
        level: Level = Level.MEDICAL_SURGICAL,
        clinicals: tuple[Inspected, ...] = (),
    ) -> Admission:
        """The next patient of this line arrives at the next hospital, which tells us."""
        place = next(self._serial) % len(self.hospitals)
        return self.send(
            self.next_patient(line),
            self.hospitals[place].id,
            admitted_at=admitted_at,
            told_at=admitted_at + told_after,
            way=way,
            level=level,
            clinicals=clinicals,
        )

    def send(
        self,
        patient: Member,
        hospital_id: UUID,
        *,
        admitted_at: datetime,
        told_at: datetime,
        way: Way = Way.UNPLANNED,
        level: Level = Level.MEDICAL_SURGICAL,
        receipt: str = "",
        clinicals: tuple[Inspected, ...] = (),
        known: bool = True,
    ) -> Admission:
        """A hospital sends its notice; the patient is not `known` without a number."""
        serial = next(self._serial)
        told = Notification(
            client_key=f"stay-{serial}",
            channel=Channel.PAGE,
            notified_at=told_at,
            hospital_id=hospital_id,
            caller="June Adler, house supervisor",
            call_back="+12135550183",
            patient_name=patient.full_name,
            birth_date=patient.birth_date,
            plan_number=patient.number_in_office if known else "",
            admitted=Admitted(
                way=way,
                admitted_at=admitted_at,
                level=level,
                reason=_REASONS[serial % len(_REASONS)],
                attending=_ATTENDING[serial % len(_ATTENDING)],
                receipt=receipt,
            ),
        )
        by = self._desk.system("Hospital page")
        return notify(told, face_sheet=_FACE_SHEET, clinicals=clinicals, by=by, at=told_at)

    def approve(self, stay: Admission, *, nights: int, at: datetime) -> None:
        """A nurse answers for the first `nights`; nobody can for a patient who is not known."""
        came_on = self._office.local(stay.admitted_at).date()
        yes = DaysYes(
            last_day=came_on + timedelta(days=max(nights - 1, 0)),
            why="Needs intravenous treatment and close watch; vital signs not stable.",
        )
        if stay.member_id is not None:
            approve_days(stay.id, yes, by=self.nurse(), at=at)

    def status(self, stay: Admission, *, at: datetime) -> None:
        """A nurse writes the status of the day."""
        status = Status(
            on=self._office.local(at).date(),
            condition=self._chance.choice((Condition.AS_EXPECTED, Condition.BETTER)),
            plan="Walk alone, oxygen at home",
            note="Spoke with the floor nurse.",
        )
        write_status(stay.id, status, by=self.nurse(), at=at)

    def home(self, stay: Admission, *, at: datetime) -> None:
        """The patient goes home with instructions."""
        gone = Discharge(
            left_at=at,
            to=DischargedTo.HOME,
            instructions=_INSTRUCTIONS,
            follow_up_with="The patient's own doctor",
            follow_up_on=(at + 6 * _DAY).date(),
        )
        discharge(stay.id, gone, by=self.nurse(), at=at + _HOUR)

    def nurse(self) -> Actor:
        """One of the nurses."""
        return self._desk.nurse(self._chance)

    def morning(self, days_ago: int) -> datetime:
        """When patients arrive, so many days ago."""
        day = self._office.local(self._desk.now).date() - timedelta(days=days_ago)
        return self._office.instant(datetime.combine(day, _MORNING))

    def _members(self, line: str) -> Iterator[Member]:
        long_covered = (self._desk.now - _COVERED_FOR).date()
        fitting = [
            member.id
            for member in self._desk.roster.members
            if LINE_OF_PLAN[member.plan] == line
            and member.until_on is None
            and member.from_on <= long_covered
            and not member.key
        ]
        found = Member.objects.filter(tenant_id=self._desk.roster.tenant.id, id__in=fitting)
        # From the other end of the list than the patients of the nights.
        return iter(found.order_by("-number_in_office")[:40])
