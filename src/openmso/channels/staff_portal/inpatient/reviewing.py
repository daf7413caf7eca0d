"""Acts of concurrent review: days approved, handed to a physician, refused."""

from datetime import datetime
from uuid import UUID

from django import forms

from openmso.casework.criteria.queries import editions_of
from openmso.casework.inpatient.admissions.actions.approve_days import DaysYes, approve_days
from openmso.casework.inpatient.admissions.actions.refuse_days import refuse_days
from openmso.casework.inpatient.admissions.actions.send_to_physician import send_to_physician
from openmso.casework.inpatient.admissions.domain.concurrent_review import Desk
from openmso.casework.inpatient.admissions.models import Admission
from openmso.casework.inpatient.admissions.refusal import DaysNo
from openmso.channels.ui.forms import DateField
from openmso.channels.ui.words_for_time import staff_date
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar

from ..prior_auth.decide.reading import reading_of
from .acts import Act


class _Reviewing(Act):
    """An act about days: the patient must be identified."""

    @classmethod
    def is_open_for(cls, stay: Admission) -> bool:
        return super().is_open_for(stay) and stay.member_id is not None

    def criteria_in_force(self) -> list[tuple[str, str]]:
        """Return the editions that serve today, to choose from."""
        today = office_calendar(self.case.tenant_id).local(self.at).date()
        return [
            (str(one.id), str(one))
            for one in editions_of(self.case.tenant_id)
            if one.from_on <= today and (one.until_on is None or today < one.until_on)
        ]


class ApproveDays(_Reviewing):
    permission = Permission.STAY_APPROVE_DAYS
    url = "staff:admission_approve"
    title = "Approve days"
    button = "Approve the days"
    before = "The hospital gets a letter. The next review is on the last approved business day."

    last_day = DateField(label="Approved through", help_text="The last approved day: 11/22/2026")
    criteria = forms.ChoiceField(label="By which criteria", required=False)
    why = forms.CharField(
        label="What the notes show", widget=forms.Textarea({"rows": 3}), max_length=2000
    )

    def fill(self) -> None:
        choice = self.fields["criteria"]
        if isinstance(choice, forms.ChoiceField):
            choice.choices = [("", "- None named -"), *self.criteria_in_force()]

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        yes = DaysYes(
            last_day=said["last_day"],
            why=said["why"],
            criteria_edition_id=UUID(said["criteria"]) if said["criteria"] else None,
        )
        stay = approve_days(self.case.id, yes, by=by, at=at, version=said["version"])
        review = staff_date(stay.next_review_on) if stay.next_review_on else ""
        return f"Approved through {staff_date(said['last_day'])}. Next review {review}."


class SendToPhysician(_Reviewing):
    permission = Permission.STAY_APPROVE_DAYS
    url = "staff:admission_physician"
    title = "Send to a physician"
    button = "Send it"
    before = "When the criteria give no answer. Approved days stay approved meanwhile."

    note = forms.CharField(
        label="What you found", widget=forms.Textarea({"rows": 4}), max_length=2000
    )

    @classmethod
    def is_open_for(cls, stay: Admission) -> bool:
        return super().is_open_for(stay) and stay.review_desk == Desk.NURSE

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        send_to_physician(self.case.id, note=said["note"], by=by, at=at, version=said["version"])
        return "The stay lies with the physicians now."


class RefuseDays(_Reviewing):
    permission = Permission.STAY_REFUSE_DAYS
    url = "staff:admission_refuse"
    title = "Refuse further days"
    button = "Sign the no"
    before = (
        "Only a physician who has opened every paper can. Approved days stay approved, and care "
        "goes on until the treating physician knows of it and agrees to a plan. The hospital and "
        "the member get letters with every way to ask for a change."
    )

    version = forms.IntegerField(widget=forms.HiddenInput)
    criteria = forms.ChoiceField(label="By which criteria")
    clinical_reason = forms.CharField(
        label="Clinical reason", widget=forms.Textarea({"rows": 4}), max_length=4000
    )
    plain_reason = forms.CharField(
        label="The reason in plain words, for the member",
        widget=forms.Textarea({"rows": 4}),
        max_length=4000,
    )
    plain_reason_es = forms.CharField(
        label="The same in Spanish",
        widget=forms.Textarea({"rows": 4}),
        max_length=4000,
        required=False,
    )

    @classmethod
    def is_open_for(cls, stay: Admission) -> bool:
        return super().is_open_for(stay) and stay.review_desk == Desk.PHYSICIAN

    def fill(self) -> None:
        choice = self.fields["criteria"]
        if isinstance(choice, forms.ChoiceField):
            choice.choices = [("", "- Select -"), *self.criteria_in_force()]

    def clean_plain_reason(self) -> str:
        text: str = self.cleaned_data["plain_reason"]
        reading = reading_of(text)
        if reading.too_hard:
            raise forms.ValidationError(reading.sentence, code="too_hard")
        return text

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        no = DaysNo(
            criteria_edition_id=UUID(said["criteria"]),
            clinical_reason=said["clinical_reason"],
            plain_reason=said["plain_reason"],
            plain_reason_es=said["plain_reason_es"],
        )
        refuse_days(self.case.id, no, by=by, at=at, version=said["version"])
        return "The no is signed. Letters to the hospital and the member are ordered."
