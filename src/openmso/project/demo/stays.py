"""Hospital stays of the invented office: one for every way a stay can stand today.

Everything happens through the actions people use, at its own time.
"""

from datetime import timedelta

from openmso.casework.criteria.queries import editions_of
from openmso.casework.inpatient.admissions.actions.open_paper import open_paper
from openmso.casework.inpatient.admissions.actions.plan_discharge import plan_discharge
from openmso.casework.inpatient.admissions.actions.record_notice import Handed, record_notice
from openmso.casework.inpatient.admissions.actions.refuse_days import refuse_days
from openmso.casework.inpatient.admissions.actions.send_to_physician import send_to_physician
from openmso.casework.inpatient.admissions.domain.stay import Level
from openmso.casework.inpatient.admissions.models import Admission, NoticeGiven
from openmso.casework.inpatient.admissions.refusal import DaysNo
from openmso.casework.inpatient.post_stabilization.models import PostStabilization
from openmso.office.documents.inspection import inspect
from openmso.office.documents.queries import papers_received

from .hospitalists import write_hospitalists
from .past_stays import write_past_stays
from .ward import Ward
from .year.desk import Desk
from .year.paper import notes_as_pdf

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_CRITERIA = "hospital_stay"
_NOTES = inspect(
    notes_as_pdf("Progress note", [["No fever for two days, walks in the hall, eats well."]])
)


class Stays:
    """The stays of one office, each as a story; `desk.now` is its present."""

    def __init__(self, desk: Desk, ward: Ward) -> None:
        self._desk, self._ward = desk, ward
        self._tenant_id = desk.roster.tenant.id

    def write(self) -> None:
        """Let every stay happen."""
        self.told_late_and_about_to_leave()
        self.with_a_physician()
        self.refused()
        self.under_observation()
        self.joined_to_the_night()
        self.not_identified()

    def told_late_and_about_to_leave(self) -> None:
        """Told after a day and a half, a day without a status, and the notices before leaving."""
        admitted_at = self._ward.morning(5)
        stay = self._ward.told("MA", admitted_at, told_after=35 * _HOUR)
        self._ward.approve(stay, nights=7, at=admitted_at + 2 * _DAY)
        for day in (2, 4):
            self._ward.status(stay, at=admitted_at + day * _DAY + 4 * _HOUR)
        by, at = self._ward.nurse(), self._desk.now - 3 * _HOUR
        plan_discharge(stay.id, self._ward.morning(-1) + 5 * _HOUR, by=by, at=at)
        handed = Handed(
            notice_id="MA-IMPORTANT-MESSAGE",
            given_at=admitted_at + 30 * _HOUR,
            given_by=stay.hospital.name,
            signed=NoticeGiven.Signed.SIGNED,
        )
        record_notice(stay.id, handed, by=by, at=at)

    def with_a_physician(self) -> Admission:
        """Days are approved up to yesterday, and a nurse found no answer for today."""
        admitted_at = self._ward.morning(4)
        stay = self._ward.told("KK", admitted_at, clinicals=(_NOTES,))
        self._ward.approve(stay, nights=3, at=admitted_at + 5 * _HOUR)
        for day in range(4):
            self._ward.status(stay, at=admitted_at + day * _DAY + 4 * _HOUR)
        note = "No fever for two days and eats well; I find no point that is met today."
        at = self._desk.now - 3 * _HOUR
        return send_to_physician(stay.id, note=note, by=self._ward.nurse(), at=at)

    def refused(self) -> None:
        """A physician reads the papers and refuses further days."""
        stay = self.with_a_physician()
        at = self._desk.now - 2 * _HOUR
        physician = self._desk.physician([], at)
        for paper in papers_received(stay.tenant_id, stay.id):
            open_paper(stay.id, paper.id, by=physician, at=at)
        no = DaysNo(
            criteria_edition_id=next(
                one.id for one in editions_of(self._tenant_id) if one.key == _CRITERIA
            ),
            clinical_reason="No fever for 48 hours, oral antibiotics tolerated, walks alone.",
            plain_reason="Your fever is gone and you eat and walk well. You can get well at home.",
            plain_reason_es="Ya no tiene fiebre, come y camina bien. Puede sanar en su casa.",
        )
        refuse_days(stay.id, no, by=physician, at=at, version=stay.version)

    def under_observation(self) -> None:
        """A night of observation is no inpatient day."""
        admitted_at = self._ward.morning(3)
        stay = self._ward.told("MEDI-CAL", admitted_at, level=Level.OBSERVATION)
        self._ward.status(stay, at=admitted_at + 4 * _HOUR)
        self._ward.home(stay, at=admitted_at + 26 * _HOUR)

    def joined_to_the_night(self) -> None:
        """The morning after a night on which nobody answered: its stay begins."""
        night = (
            PostStabilization.objects.select_related("member")
            .filter(
                tenant_id=self._desk.roster.tenant.id,
                state="plan_responsible",
                member__isnull=False,
            )
            .order_by("-asked_at")
            .first()
        )
        if night is None or night.member is None or night.asked_at is None:
            return
        self._ward.send(
            night.member,
            night.hospital_id,
            admitted_at=night.asked_at + 2 * _HOUR,
            told_at=night.asked_at + 7 * _HOUR,
            receipt=night.number,
        )

    def not_identified(self) -> None:
        """Told an hour ago, with a name and no number."""
        patient = self._ward.next_patient("MA")
        told_at = self._desk.now - _HOUR
        self._ward.send(
            patient,
            self._ward.hospitals[0].id,
            admitted_at=told_at - 2 * _HOUR,
            told_at=told_at,
            known=False,
        )


def write_stays(desk: Desk) -> None:
    """Write the hospitalists, the months behind and the stays of today.

    The hospitals and their nights must be there.
    """
    ward = Ward(desk)
    write_hospitalists(desk, ward.hospitals)
    write_past_stays(ward)
    Stays(desk, ward).write()
