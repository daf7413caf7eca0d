"""Hospitals of the invented office, and nights on which they asked: one for every way it can end.

Everything happens through the actions people use, at its own time.
"""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import count
from random import Random

from openmso.casework.inpatient.post_stabilization.actions.answer_disagree import (
    Disagreement,
    answer_disagree,
)
from openmso.casework.inpatient.post_stabilization.actions.answer_yes import Yes, answer_yes
from openmso.casework.inpatient.post_stabilization.actions.ask import ask
from openmso.casework.inpatient.post_stabilization.actions.end_responsibility import (
    end_responsibility,
)
from openmso.casework.inpatient.post_stabilization.actions.identify_member import identify_member
from openmso.casework.inpatient.post_stabilization.actions.pass_to_plan_responsibility import (
    pass_to_plan_responsibility,
)
from openmso.casework.inpatient.post_stabilization.actions.record_consultation import (
    Talk,
    record_consultation,
)
from openmso.casework.inpatient.post_stabilization.actions.record_never_asked import (
    record_never_asked,
)
from openmso.casework.inpatient.post_stabilization.domain.request import (
    CareAsTold,
    Channel,
    HospitalRequest,
    PatientAsTold,
    Purpose,
)
from openmso.casework.inpatient.post_stabilization.domain.responsibility import EndReason
from openmso.casework.inpatient.post_stabilization.models import PostStabilization
from openmso.office.law import office_calendar
from openmso.office.timeline.running_out import CLOCK
from openmso.roster.members.models import Member
from openmso.roster.providers.actions.add_hospital import NewHospital, add_hospital
from openmso.roster.providers.models import Hospital

from .population.invented_numbers import invented_npi
from .year.desk import LINE_OF_PLAN, Desk

HOSPITALS = (
    ("Harbor Point Hospital", "H4021", "213-555-0181"),
    ("Cedar Ridge Medical Center", "H4022", "213-555-0182"),
    ("Mission Vale Hospital", "H4023", "213-555-0183"),
)
_AT_NIGHT = time(2, 7)
_FIRST_NPI = 61_000_000
_MINUTE = timedelta(minutes=1)
_CALLERS = ("Marco Reyes, case manager", "June Adler, house supervisor", "Tess Okoro, RN")
_PHYSICIANS = ("Dr. Lena Ortiz", "Dr. Omar Haddad", "Dr. Grace Lindqvist")
_CARE = (
    "Monitored bed after chest pain; second set of enzymes at 6 AM",
    "Intravenous antibiotics for a kidney infection, two days",
    "Observation after a fall with a head wound; repeat scan in the morning",
)
_CONSULT = "+12135550186"


class Nights:
    """The nights of one office; `desk` knows its people, `desk.now` is its present."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._chance = Random("nights of the hospitals")
        self._tenant = desk.roster.tenant
        self._serial = count()
        self._hospitals = [self._hospital(place) for place in range(len(HOSPITALS))]
        self._patients = {line: self._members(line) for line in ("MA", "KK", "MEDI-CAL")}

    def write(self) -> None:
        """Let every night happen, the oldest first."""
        self.never_asked(days_ago=41)
        self.disagreed_then_agreed(days_ago=24)
        self.nobody_answered("MA", days_ago=16, ended=True)
        self.approved(days_ago=9)
        self.disagreed(days_ago=2)
        self.nobody_answered("MEDI-CAL", days_ago=1)
        self.waits("MA", since=12 * _MINUTE)
        self.waits("KK", since=4 * _MINUTE, known=False)

    def approved(self, *, days_ago: int) -> None:
        asked_at = self._night(days_ago)
        case = self._asked("MA", asked_at)
        answer_yes(
            case.id,
            Yes(
                care="Monitored bed for one night",
                level_of_care="Telemetry",
                next_review_on=asked_at.date() + timedelta(days=1),
            ),
            by=self._desk.nurse(self._chance),
            at=asked_at + 27 * _MINUTE,
        )

    def disagreed(self, *, days_ago: int) -> tuple[PostStabilization, datetime]:
        """A physician says no in time; the plan stays responsible."""
        at = self._night(days_ago) + 21 * _MINUTE
        case = self._asked("KK", at - 21 * _MINUTE, purpose=Purpose.IMPROVE)
        no = Disagreement(
            reason="Two normal tests and no pain since midnight; can be watched at home.",
            consult_phone=_CONSULT,
        )
        return answer_disagree(case.id, no, by=self._desk.physician([], at), at=at), at

    def disagreed_then_agreed(self, *, days_ago: int) -> None:
        case, answered_at = self.disagreed(days_ago=days_ago)
        talked_at = answered_at + 18 * _MINUTE
        talk = Talk(reached=True, agreed=True, talked_at=talked_at, note="Home with a visit at 9.")
        record_consultation(
            case.id, talk, by=self._desk.nurse(self._chance), at=talked_at + _MINUTE
        )

    def nobody_answered(self, line: str, *, days_ago: int, ended: bool = False) -> None:
        asked_at = self._night(days_ago)
        case = self._asked(line, asked_at)
        passed = asked_at + 61 * _MINUTE
        pass_to_plan_responsibility(case.id, by=self._desk.system(CLOCK), at=passed)
        if ended:
            home = asked_at + timedelta(hours=31)
            end_responsibility(
                case.id,
                EndReason.DISCHARGED,
                happened_at=home,
                by=self._desk.nurse(self._chance),
                at=home + 20 * _MINUTE,
            )

    def never_asked(self, *, days_ago: int) -> None:
        stabilized_at = self._night(days_ago)
        patient = next(self._patients["MA"])
        record_never_asked(
            hospital_id=self._hospitals[1].id,
            member_id=patient.id,
            patient=_told(patient),
            care=self._care(stabilized_at),
            client_key=f"night-{next(self._serial)}",
            by=self._desk.intake(),
            at=stabilized_at + timedelta(days=12),
        )

    def waits(self, line: str, *, since: timedelta, known: bool = True) -> None:
        self._asked(line, self._desk.now - since, known=known)

    def _asked(
        self,
        line: str,
        asked_at: datetime,
        *,
        purpose: Purpose = Purpose.MAINTAIN,
        known: bool = True,
    ) -> PostStabilization:
        patient, serial = next(self._patients[line]), next(self._serial)
        asked = HospitalRequest(
            client_key=f"night-{serial}",
            channel=Channel.PAGE,
            asked_at=asked_at,
            caller=_CALLERS[serial % len(_CALLERS)],
            call_back=HOSPITALS[serial % len(HOSPITALS)][2],
            patient=_told(patient),
            care=self._care(asked_at - 14 * _MINUTE, purpose),
        )
        hospital = self._hospitals[serial % len(HOSPITALS)]
        case = ask(asked, hospital=hospital.id, by=self._desk.system("Hospital page"), at=asked_at)
        if not known:
            return case
        at = asked_at + 2 * _MINUTE
        return identify_member(case.id, patient.id, by=self._desk.nurse(self._chance), at=at)

    def _care(self, stabilized_at: datetime, purpose: Purpose = Purpose.MAINTAIN) -> CareAsTold:
        place = next(self._serial)
        improves = purpose is Purpose.IMPROVE
        return CareAsTold(
            stabilized_at=stabilized_at,
            stabilized_by=_PHYSICIANS[place % len(_PHYSICIANS)],
            purpose=purpose,
            care=_CARE[place % len(_CARE)],
            circumstance="The next test is only possible here this week." if improves else "",
            emergency_began_at=stabilized_at - 190 * _MINUTE,
        )

    def _night(self, days_ago: int) -> datetime:
        office = office_calendar(self._tenant.id)
        day = office.local(self._desk.now).date() - timedelta(days=days_ago)
        return office.instant(datetime.combine(day, _AT_NIGHT))

    def _members(self, line: str) -> Iterator[Member]:
        fitting = [
            member.id
            for member in self._desk.roster.members
            if LINE_OF_PLAN[member.plan] == line and member.until_on is None
        ]
        fifty_days_ago = (self._desk.now - timedelta(days=50)).date()
        covered = {one.id for one in self._desk.roster.members if one.from_on <= fifty_days_ago}
        chosen = [one for one in fitting if one in covered]
        return iter(
            Member.objects.filter(tenant_id=self._tenant.id, id__in=chosen).order_by(
                "number_in_office"
            )[:20]
        )

    def _hospital(self, place: int) -> Hospital:
        name, number, phone = HOSPITALS[place]
        new = NewHospital(
            name=name,
            npi=invented_npi(_FIRST_NPI + place),
            number=number,
            contact_email=f"house-supervisor@{number.lower()}.example",
            address_line=f"{900 + place} Example Way",
            city="Los Angeles",
            state=self._tenant.state,
            postal_code="90001",
            phone=phone,
            fax=phone,
        )
        at = self._desk.now - timedelta(days=300)
        return add_hospital(new, by=self._desk.system("demo"), at=at)


def write_nights(desk: Desk) -> None:
    """Write the hospitals and their nights."""
    Nights(desk).write()


def _told(patient: Member) -> PatientAsTold:
    """The hospital has the name and the birth date, and no card."""
    return PatientAsTold(name=patient.full_name, birth_date=patient.birth_date)
