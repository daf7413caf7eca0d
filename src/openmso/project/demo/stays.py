"""Hospital stays of the invented office: one for every way a stay can stand, and a year behind.

Everything happens through the actions people use, at its own time.
"""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import count
from random import Random
from uuid import UUID

from openmso.casework.criteria.queries import editions_of
from openmso.casework.inpatient.admissions.actions.approve_days import DaysYes, approve_days
from openmso.casework.inpatient.admissions.actions.discharge import Discharge, discharge
from openmso.casework.inpatient.admissions.actions.notify import notify
from openmso.casework.inpatient.admissions.actions.open_paper import open_paper
from openmso.casework.inpatient.admissions.actions.plan_discharge import plan_discharge
from openmso.casework.inpatient.admissions.actions.record_move import record_move
from openmso.casework.inpatient.admissions.actions.record_notice import Handed, record_notice
from openmso.casework.inpatient.admissions.actions.refuse_days import refuse_days
from openmso.casework.inpatient.admissions.actions.send_to_physician import send_to_physician
from openmso.casework.inpatient.admissions.actions.write_status import Status, write_status
from openmso.casework.inpatient.admissions.domain.daily_status import Condition
from openmso.casework.inpatient.admissions.domain.notification import (
    Admitted,
    Channel,
    Notification,
    Way,
)
from openmso.casework.inpatient.admissions.domain.states import DischargedTo
from openmso.casework.inpatient.admissions.domain.stay import Level, Move, MoveKind
from openmso.casework.inpatient.admissions.models import Admission, NoticeGiven
from openmso.casework.inpatient.admissions.refusal import DaysNo
from openmso.casework.inpatient.post_stabilization.models import PostStabilization
from openmso.office.access.actor import Actor
from openmso.office.documents.inspection import Inspected, inspect
from openmso.office.documents.queries import papers_received
from openmso.office.law import office_calendar
from openmso.roster.members.models import Member
from openmso.roster.providers.actions.keep_hospitalists import add_hospitalist
from openmso.roster.providers.hospitals import hospitals_of

from .year.desk import LINE_OF_PLAN, Desk
from .year.paper import notes_as_pdf

_MORNING = time(6, 20)
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_PAST_STAYS = 12
_ONE_PAST_STAY_EVERY = timedelta(days=11)
_CRITERIA = "hospital_stay"
_REASONS = (
    "Pneumonia with low oxygen",
    "Hip fracture after a fall, operated on arrival",
    "Heart failure with fluid in the lungs",
    "Kidney infection with high fever",
)
_ATTENDING = ("Dr. Lena Ortiz", "Dr. Omar Haddad", "Dr. Grace Lindqvist")
_INSTRUCTIONS = "Weigh yourself each morning. Take the new water pill. Call if your feet swell."
_FACE_SHEET = inspect(notes_as_pdf("Face sheet", [["An invented patient of this demonstration."]]))
_NOTES = inspect(
    notes_as_pdf("Progress note", [["No fever for two days, walks in the hall, eats well."]])
)


class Stays:
    """The stays of one office; `desk` knows its people, `desk.now` is its present."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._chance = Random("stays in a hospital")
        self._tenant = desk.roster.tenant
        self._office = office_calendar(self._tenant.id)
        self._serial = count()
        self._hospitals = [one for one in hospitals_of(self._tenant.id) if one.number]
        self._patients = {line: self._members(line) for line in ("MA", "KK", "MEDI-CAL")}

    def write(self) -> None:
        """Let every stay happen, the oldest first."""
        self.hospitalists()
        for number in range(_PAST_STAYS, 0, -1):
            self.past_stay(days_ago=number * _ONE_PAST_STAY_EVERY.days, nights=1 + number % 5)
        self.transferred_and_on_leave(days_ago=20)
        self.told_late_and_about_to_leave()
        self.with_a_physician()
        self.refused()
        self.under_observation()
        self.joined_to_the_night()
        self.not_identified()

    def hospitalists(self) -> None:
        """One physician of each IPA at each hospital."""
        ipa_ids = list(self._desk.roster.ipa_ids.items())
        at = self._desk.now - 200 * _DAY
        for place, hospital in enumerate(self._hospitals):
            for number, (ipa, ipa_id) in enumerate(ipa_ids):
                fitting = [one for one in self._desk.roster.practitioners if ipa in one.ipas]
                if fitting:
                    add_hospitalist(
                        hospital_id=hospital.id,
                        ipa_id=ipa_id,
                        npi=fitting[place % len(fitting)].npi,
                        phone=f"213-555-01{90 + number}",
                        from_on=at.date(),
                        by=self._desk.supervisor(),
                        at=at,
                    )

    def past_stay(self, *, days_ago: int, nights: int) -> None:
        """A stay that went as stays go: told in time, approved, discharged home."""
        admitted_at = self._morning(days_ago)
        stay = self._told(("MA", "KK", "MEDI-CAL")[days_ago % 3], admitted_at)
        self._approve(stay, nights=nights, at=admitted_at + 5 * _HOUR)
        self._home(stay, at=admitted_at + nights * _DAY + 5 * _HOUR)

    def transferred_and_on_leave(self, *, days_ago: int) -> None:
        """Intensive care, another hospital, a leave, and a status for every day."""
        admitted_at = self._morning(days_ago)
        stay = self._told("MA", admitted_at, way=Way.PLANNED)
        self._approve(stay, nights=8, at=admitted_at + 5 * _HOUR)
        nurse, other = self._nurse(), self._hospitals[-1]
        moves = (
            Move(
                at=admitted_at + _DAY,
                kind=MoveKind.ENTER,
                level=Level.INTENSIVE_CARE,
                place=stay.hospital_id,
            ),
            Move(
                at=admitted_at + 3 * _DAY,
                kind=MoveKind.ENTER,
                level=Level.TELEMETRY,
                place=other.id,
            ),
            Move(at=admitted_at + 5 * _DAY, kind=MoveKind.LEAVE),
            Move(at=admitted_at + 6 * _DAY, kind=MoveKind.RETURN),
        )
        for move in moves:
            record_move(stay.id, move, by=nurse, at=move.at + _HOUR)
        for day in (0, 1, 2, 3, 4, 6, 7):
            self._status(stay, at=admitted_at + day * _DAY + 4 * _HOUR)
        self._home(stay, at=admitted_at + 8 * _DAY + 5 * _HOUR)

    def told_late_and_about_to_leave(self) -> None:
        """Told after a day and a half, a day without a status, and the notices before leaving."""
        admitted_at = self._morning(5)
        stay = self._told("MA", admitted_at, told_after=35 * _HOUR)
        self._approve(stay, nights=7, at=admitted_at + 2 * _DAY)
        for day in (2, 4):
            self._status(stay, at=admitted_at + day * _DAY + 4 * _HOUR)
        by, at = self._nurse(), self._desk.now - 3 * _HOUR
        plan_discharge(stay.id, self._morning(-1) + 5 * _HOUR, by=by, at=at)
        handed = Handed(
            notice_id="MA-IMPORTANT-MESSAGE",
            given_at=admitted_at + 30 * _HOUR,
            given_by=stay.hospital.name,
            signed=NoticeGiven.Signed.SIGNED,
        )
        record_notice(stay.id, handed, by=by, at=at)

    def with_a_physician(self) -> Admission:
        """Days are approved up to yesterday, and a nurse found no answer for today."""
        admitted_at = self._morning(4)
        stay = self._told("KK", admitted_at, clinicals=(_NOTES,))
        self._approve(stay, nights=3, at=admitted_at + 5 * _HOUR)
        for day in range(4):
            self._status(stay, at=admitted_at + day * _DAY + 4 * _HOUR)
        note = "No fever for two days and eats well; I find no point that is met today."
        at = self._desk.now - 3 * _HOUR
        return send_to_physician(stay.id, note=note, by=self._nurse(), at=at)

    def refused(self) -> None:
        """A physician reads the papers and refuses further days."""
        stay = self.with_a_physician()
        at = self._desk.now - 2 * _HOUR
        physician = self._desk.physician([], at)
        for paper in papers_received(stay.tenant_id, stay.id):
            open_paper(stay.id, paper.id, by=physician, at=at)
        no = DaysNo(
            criteria_edition_id=next(
                one.id for one in editions_of(self._tenant.id) if one.key == _CRITERIA
            ),
            clinical_reason="No fever for 48 hours, oral antibiotics tolerated, walks alone.",
            plain_reason="Your fever is gone and you eat and walk well. You can get well at home.",
            plain_reason_es="Ya no tiene fiebre, come y camina bien. Puede sanar en su casa.",
        )
        refuse_days(stay.id, no, by=physician, at=at, version=stay.version)

    def under_observation(self) -> None:
        """A night of observation is no inpatient day."""
        admitted_at = self._morning(3)
        stay = self._told("MEDI-CAL", admitted_at, level=Level.OBSERVATION)
        self._status(stay, at=admitted_at + 4 * _HOUR)
        self._home(stay, at=admitted_at + 26 * _HOUR)

    def joined_to_the_night(self) -> None:
        """The morning after a night on which nobody answered: its stay begins."""
        night = (
            PostStabilization.objects.select_related("member")
            .filter(tenant_id=self._tenant.id, state="plan_responsible", member__isnull=False)
            .order_by("-asked_at")
            .first()
        )
        if night is None or night.member is None or night.asked_at is None:
            return
        self._send(
            night.member,
            night.hospital_id,
            admitted_at=night.asked_at + 2 * _HOUR,
            told_at=night.asked_at + 7 * _HOUR,
            receipt=night.number,
        )

    def not_identified(self) -> None:
        """Told an hour ago, with a name and no number."""
        patient = next(self._patients["MA"])
        told_at = self._desk.now - _HOUR
        self._send(
            patient,
            self._hospitals[0].id,
            admitted_at=told_at - 2 * _HOUR,
            told_at=told_at,
            known=False,
        )

    def _told(
        self,
        line: str,
        admitted_at: datetime,
        *,
        told_after: timedelta = 3 * _HOUR,
        way: Way = Way.UNPLANNED,
        level: Level = Level.MEDICAL_SURGICAL,
        clinicals: tuple[Inspected, ...] = (),
    ) -> Admission:
        place = next(self._serial) % len(self._hospitals)
        return self._send(
            next(self._patients[line]),
            self._hospitals[place].id,
            admitted_at=admitted_at,
            told_at=admitted_at + told_after,
            way=way,
            level=level,
            clinicals=clinicals,
        )

    def _send(
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

    def _approve(self, stay: Admission, *, nights: int, at: datetime) -> None:
        came_on = self._office.local(stay.admitted_at).date()
        yes = DaysYes(
            last_day=came_on + timedelta(days=max(nights - 1, 0)),
            why="Needs intravenous treatment and close watch; vital signs not stable.",
        )
        if stay.member_id is not None:
            approve_days(stay.id, yes, by=self._nurse(), at=at)

    def _status(self, stay: Admission, *, at: datetime) -> None:
        status = Status(
            on=self._office.local(at).date(),
            condition=self._chance.choice((Condition.AS_EXPECTED, Condition.BETTER)),
            plan="Walk alone, oxygen at home",
            note="Spoke with the floor nurse.",
        )
        write_status(stay.id, status, by=self._nurse(), at=at)

    def _home(self, stay: Admission, *, at: datetime) -> None:
        gone = Discharge(
            left_at=at,
            to=DischargedTo.HOME,
            instructions=_INSTRUCTIONS,
            follow_up_with="The patient's own doctor",
            follow_up_on=(at + 6 * _DAY).date(),
        )
        discharge(stay.id, gone, by=self._nurse(), at=at + _HOUR)

    def _nurse(self) -> Actor:
        return self._desk.nurse(self._chance)

    def _morning(self, days_ago: int) -> datetime:
        day = self._office.local(self._desk.now).date() - timedelta(days=days_ago)
        return self._office.instant(datetime.combine(day, _MORNING))

    def _members(self, line: str) -> Iterator[Member]:
        long_covered = (self._desk.now - _PAST_STAYS * _ONE_PAST_STAY_EVERY - _DAY).date()
        fitting = [
            member.id
            for member in self._desk.roster.members
            if LINE_OF_PLAN[member.plan] == line
            and member.until_on is None
            and member.from_on <= long_covered
            and not member.key
        ]
        found = Member.objects.filter(tenant_id=self._tenant.id, id__in=fitting)
        # From the other end of the list than the patients of the nights.
        return iter(found.order_by("-number_in_office")[:40])


def write_stays(desk: Desk) -> None:
    """Write the hospitalists and the stays; the hospitals and their nights must be there."""
    Stays(desk).write()
