"""What the desk can do with an appeal while it is open."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms

from openmso.casework.appeals.actions.accept_late import accept_late
from openmso.casework.appeals.actions.choose_reviewer import choose_reviewer
from openmso.casework.appeals.actions.dismiss import Form as ReasonOfForm
from openmso.casework.appeals.actions.dismiss import dismiss
from openmso.casework.appeals.actions.extend import extend
from openmso.casework.appeals.actions.keep_care_going import keep_care_going
from openmso.casework.appeals.actions.note_authority import note_authority
from openmso.casework.appeals.actions.withdraw import withdraw
from openmso.casework.appeals.clock_keeping import rules_of_the_answer
from openmso.casework.appeals.domain.extension import grounds_of, why_not_longer
from openmso.casework.appeals.domain.independence import why_not_independent
from openmso.casework.appeals.models import Appeal
from openmso.casework.appeals.queries import physicians_of, reporting_lines
from openmso.casework.appeals.steps.reviewing import first_review
from openmso.casework.prior_auth.domain.extension import GROUNDS
from openmso.channels.ui.forms import DateField, Tile
from openmso.office.access.actor import Actor
from openmso.office.access.models import Account
from openmso.office.access.permissions import Permission

from .act import Act
from .payment_acts import PAYMENT_ACTS
from .speed_acts import MakeUrgent, RefuseFast, ToldNotFast


class ChooseReviewer(Act):
    permission = Permission.APPEAL_PREPARE
    url = "staff:appeal_reviewer"
    title = "Choose the reviewer"
    button = "Give it to this reviewer"
    before = (
        "Only physicians are listed who took no part in the first decision and do not work under "
        "whoever signed it. Licence, specialty and statement are checked when you choose."
    )

    reviewer = forms.ChoiceField(label="Reviewer", widget=forms.RadioSelect)

    def fill(self) -> None:
        choice: Any = self.fields["reviewer"]
        choice.choices = [(str(one.id), one.name) for one in independent_physicians(self.case)]
        if not choice.choices:
            choice.help_text = "Nobody in this office is independent of the first decision."

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        chosen = UUID(self.cleaned_data["reviewer"])
        appeal = choose_reviewer(self.case.id, reviewer_id=chosen, by=by, at=at)
        return f"It lies with {appeal.reviewer.name if appeal.reviewer else 'nobody'} now."


def independent_physicians(appeal: Appeal) -> Sequence[Account]:
    """Return who may look at this no again, by name. Four queries."""
    first, lines = first_review(appeal), reporting_lines(appeal.tenant_id)
    return [
        one
        for one in physicians_of(appeal.tenant_id)
        if not why_not_independent(one.id, first, lines)
    ]


class NoteAuthority(Act):
    permission = Permission.APPEAL_FILE
    url = "staff:appeal_authority"
    title = "The paper that lets them ask is here"
    button = "Keep it"
    before = (
        "A representative's paper, or the waiver of liability that a provider without a contract "
        "signs. Where the law says so, the time for the answer begins when it reached us."
    )
    when = "Received"

    @classmethod
    def is_open_for(cls, appeal: Appeal) -> bool:
        return super().is_open_for(appeal) and appeal.authority == "pending"

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        note_authority(self.case.id, shown_at=self.happened_at, by=by, at=at)
        return "The paper is on record."


class AcceptLate(Act):
    permission = Permission.APPEAL_PREPARE
    url = "staff:appeal_late"
    title = "Accept the reason for being late"
    button = "Accept the reason"

    good_cause = forms.CharField(
        label="The reason that is accepted", widget=forms.Textarea({"rows": 3}), max_length=500
    )

    def fill(self) -> None:
        self.initial["good_cause"] = self.case.good_cause

    @classmethod
    def is_open_for(cls, appeal: Appeal) -> bool:
        return super().is_open_for(appeal) and appeal.late and appeal.late_accepted_at is None

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        accept_late(self.case.id, good_cause=self.cleaned_data["good_cause"], by=by, at=at)
        return "The reason is accepted; the appeal counts as filed in time."


class Extend(Act):
    permission = Permission.APPEAL_PREPARE
    url = "staff:appeal_extend"
    title = "Take more time"
    button = "Take more time"
    before = "Once, on a ground the rule names. The member gets a letter with the reason."

    ground = forms.ChoiceField(label="Ground", widget=forms.RadioSelect)
    why = forms.CharField(
        label="Why, in plain words for the member",
        widget=forms.Textarea({"rows": 3}),
        max_length=1000,
    )

    def fill(self) -> None:
        rules = rules_of_the_answer(self.case)
        self.refusal = why_not_longer(rules, taken=self.case.extended_at is not None)
        choice: Any = self.fields["ground"]
        choice.choices = [(one.value, GROUNDS[one]) for one in grounds_of(rules)]

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        said = self.cleaned_data
        extend(self.case.id, ground=said["ground"], why=said["why"], by=by, at=at)
        return "More time is taken, and the letter to the member is ordered."


class KeepCareGoing(Act):
    permission = Permission.APPEAL_FILE
    url = "staff:appeal_keep_care"
    title = "Keep the care going meanwhile"
    button = "The care goes on"
    before = (
        "Aid paid pending: care that was authorized before and is to end or to be cut goes on "
        "until the appeal is answered, when the member asks in time."
    )
    when = "Received"

    ends_on = DateField(label="The care was to end on", help_text="For example 11/22/2026")

    @classmethod
    def is_open_for(cls, appeal: Appeal) -> bool:
        asked = appeal.care_goes_on_at is not None
        return super().is_open_for(appeal) and not appeal.about_payment and not asked

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        ends_on, asked_at = self.cleaned_data["ends_on"], self.happened_at
        keep_care_going(self.case.id, asked_at=asked_at, ends_on=ends_on, by=by, at=at)
        return "The care goes on until the appeal is answered."


class Dismiss(Act):
    permission = Permission.APPEAL_PREPARE
    url = "staff:appeal_dismiss"
    title = "Dismiss for a reason of form"
    button = "Dismiss it"
    before = "There are only these two reasons. It says nothing of the care."

    form_reason = forms.ChoiceField(label="Reason", widget=forms.RadioSelect)

    def fill(self) -> None:
        choice: Any = self.fields["form_reason"]
        choice.choices = _reasons_of_form(self.case)

    @classmethod
    def is_open_for(cls, appeal: Appeal) -> bool:
        return super().is_open_for(appeal) and bool(_reasons_of_form(appeal))

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        form = ReasonOfForm(self.cleaned_data["form_reason"])
        dismiss(self.case.id, form=form, by=by, at=at)
        return "Dismissed. The letter to the member is ordered."


def _reasons_of_form(appeal: Appeal) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    if appeal.late and appeal.late_accepted_at is None:
        late = Tile("It came after the last day", "No good reason was given, or none that holds.")
        found.append((ReasonOfForm.LATE.value, late))
    if appeal.authority == "pending":
        found.append((ReasonOfForm.NO_AUTHORITY.value, "The paper that lets them ask never came"))
    return found


class Withdraw(Act):
    permission = Permission.APPEAL_FILE
    url = "staff:appeal_withdraw"
    title = "Record that it is taken back"
    button = "Take it back"
    before = "Only who filed it can take it back. The member gets a letter."

    asked_by = forms.CharField(label="Who takes it back", max_length=160)

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        withdraw(self.case.id, asked_by=self.cleaned_data["asked_by"], by=by, at=at)
        return "The appeal is taken back."


ACTS: tuple[type[Act], ...] = (
    *(ChooseReviewer, NoteAuthority, AcceptLate, MakeUrgent, RefuseFast, ToldNotFast, Extend),
    *(KeepCareGoing, Dismiss, Withdraw),
    *PAYMENT_ACTS,
)
