"""Acts about the end of a stay: the plan to leave, its notices, a dispute, the discharge."""

from datetime import datetime, timedelta

from django import forms

from openmso.casework.inpatient.admissions.actions.discharge import Discharge, discharge
from openmso.casework.inpatient.admissions.actions.plan_discharge import plan_discharge
from openmso.casework.inpatient.admissions.actions.record_dispute import record_dispute
from openmso.casework.inpatient.admissions.actions.record_notice import Handed, record_notice
from openmso.casework.inpatient.admissions.domain.states import DischargedTo, State
from openmso.casework.inpatient.admissions.models import Admission, NoticeGiven
from openmso.casework.inpatient.admissions.queries import notices_given
from openmso.casework.inpatient.admissions.standing import owed_notices
from openmso.channels.ui.forms import DateField
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission

from .acts import Happened
from .notice_words import notice_name


class PlanDischarge(Happened):
    permission = Permission.STAY_FOLLOW
    url = "staff:admission_plan"
    title = "Plan the discharge"
    button = "Keep the plan"
    before = "From now on the notices before leaving are owed. A new plan replaces this one."
    most_ahead = timedelta(days=365)
    too_far = "This is more than a year ahead."

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        plan_discharge(self.case.id, self.cleaned_data["happened_at"], by=by, at=at)
        return "The plan is on record."


class GiveNotice(Happened):
    permission = Permission.STAY_FOLLOW
    url = "staff:admission_notice"
    title = "Record a notice that was given"
    button = "Keep it"
    before = "The hospital hands most of them out; we keep when, by whom, and whether signed."

    notice = forms.ChoiceField(
        label="Notice",
        error_messages={"required": "No notice is owed, or none is chosen."},
    )
    given_by = forms.CharField(label="Given by", max_length=120)
    signed = forms.ChoiceField(
        label="Signature", widget=forms.RadioSelect, choices=NoticeGiven.Signed.choices
    )

    field_order = ("version", "notice", "given_by", "signed", "happened_on", "happened_time")

    @classmethod
    def is_open_for(cls, stay: Admission) -> bool:
        return stay.state != State.NOT_OURS and stay.member_id is not None

    def fill(self) -> None:
        choice = self.fields["notice"]
        given = notices_given(self.case)
        if isinstance(choice, forms.ChoiceField):
            choice.choices = [
                (one.notice.id, f"{notice_name(one.notice)} ({one.notice.source})")
                for one in owed_notices(self.case, given)
                if one.notice.id not in given
            ]
        self.initial.setdefault("given_by", self.case.hospital.name)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        handed = Handed(
            notice_id=said["notice"],
            given_at=said["happened_at"],
            given_by=said["given_by"],
            signed=said["signed"],
        )
        record_notice(self.case.id, handed, by=by, at=at)
        return "The notice is on record."


class RecordDispute(Happened):
    permission = Permission.STAY_FOLLOW
    url = "staff:admission_dispute"
    title = "The QIO was asked about the discharge"
    button = "Keep it"
    before = "The time of the detailed reasons runs from when the QIO told us."

    @classmethod
    def is_open_for(cls, stay: Admission) -> bool:
        known = stay.member_id is not None
        return super().is_open_for(stay) and known and stay.qio_told_at is None

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        record_dispute(self.case.id, told_at=self.cleaned_data["happened_at"], by=by, at=at)
        return "On record. The detailed reasons are owed where the law says so."


class DischargePatient(Happened):
    permission = Permission.STAY_FOLLOW
    url = "staff:admission_discharge"
    title = "Record the discharge"
    button = "Keep the discharge"
    before = "The patient's own doctor is told, with what the patient was told and who is next."

    went = forms.ChoiceField(
        label="Went",
        choices=[("", "- Select -")]
        + [(one.value, one.replace("_", " ").capitalize()) for one in DischargedTo],
    )
    instructions = forms.CharField(
        label="What the patient was told to do",
        widget=forms.Textarea({"rows": 4}),
        max_length=4000,
    )
    follow_up_with = forms.CharField(label="Follow-up with", max_length=160, required=False)
    follow_up_on = DateField(label="Follow-up on", required=False)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        gone = Discharge(
            left_at=said["happened_at"],
            to=DischargedTo(said["went"]),
            instructions=said["instructions"],
            follow_up_with=said["follow_up_with"],
            follow_up_on=said["follow_up_on"],
        )
        discharge(self.case.id, gone, by=by, at=at, version=said["version"])
        return "The discharge is on record."
