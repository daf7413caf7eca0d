"""The forms of what a desk can do with a case, each with its one action.

`carry_out` calls the action and returns the sentence that tells the person what happened.
"""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from django import forms

from openmso.casework.prior_auth.actions.approve import NoCriterionNamed, approve
from openmso.casework.prior_auth.actions.ask_for_information import (
    NothingAsked,
    ask_for_information,
)
from openmso.casework.prior_auth.actions.extend import extend
from openmso.casework.prior_auth.actions.reopen import reopen
from openmso.casework.prior_auth.actions.send_to_physician import send_to_physician
from openmso.casework.prior_auth.actions.set_urgency import ReasonNeeded, set_urgency
from openmso.casework.prior_auth.actions.start_review import start_review
from openmso.casework.prior_auth.actions.withdraw import withdraw
from openmso.casework.prior_auth.clock_keeping import clock_facts
from openmso.casework.prior_auth.domain.extension import GROUNDS, NotExtendable, extendable_rules
from openmso.casework.prior_auth.domain.request import Urgency
from openmso.casework.prior_auth.domain.states import OPEN, Move, State, moves_from
from openmso.casework.prior_auth.domain.urgency import DEFINITION
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.channels.ui.forms import Form, Tile
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar, rulebook
from openmso.roster.benefits.queries import benefit_sections

MISTAKES = (NoCriterionNamed, NothingAsked, NotExtendable, ReasonNeeded)


class ActForm(Form):
    """One thing that can be done with a case. `move` None: open in every open state."""

    permission: ClassVar[Permission]
    move: ClassVar[Move | None] = None
    title: ClassVar[str]
    button: ClassVar[str]

    def __init__(self, data: Any = None, *, case: AuthorizationRequest, **more: Any) -> None:
        self.case = case
        super().__init__(data, **more)
        self.fields["version"] = forms.IntegerField(
            widget=forms.HiddenInput, initial=case.version, required=False
        )

    @classmethod
    def is_open_for(cls, case: AuthorizationRequest) -> bool:
        """Tell whether the case's state allows it."""
        if cls.move is None:
            return State(case.state) in OPEN
        return cls.move in moves_from(State(case.state))

    @property
    def before(self) -> str:
        """What the person should know before doing it."""
        return ""

    @property
    def refusal(self) -> str:
        """Why it cannot be done at all on this case; empty when it can."""
        return ""

    @property
    def version(self) -> int | None:
        version: int | None = self.cleaned_data.get("version")
        return version

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        raise NotImplementedError


class StartReview(ActForm):
    permission = Permission.REQUEST_KEY_IN
    move = Move.START_REVIEW
    title = "Hand over to the nurses"
    button = "Hand over to the nurses"

    @property
    def before(self) -> str:
        missing = " ".join(one["sentence"] for one in self.case.missing)
        return f"Still missing: {missing}" if missing else "The case goes to the nurses' list."

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        start_review(self.case.id, by=by, at=at, version=self.version)
        return "The case is on the nurses' list."


class Approve(ActForm):
    permission = Permission.PRIOR_AUTH_APPROVE
    move = Move.APPROVE
    title = "Approve everything that was asked for"
    button = "Approve"

    def __init__(self, data: Any = None, *, case: AuthorizationRequest, **more: Any) -> None:
        super().__init__(data, case=case, **more)
        if case.criteria_edition_id is None:
            self.fields["benefit_section"] = forms.ChoiceField(
                label="Benefit section this rests on",
                choices=[("", "- Select -"), *_sections(case, covered=True)],
            )

    @property
    def before(self) -> str:
        if self.case.criteria_edition:
            return f"Decided by {self.case.criteria_edition}."
        return "No criteria belong to this service: name the benefit section."

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        section = self.cleaned_data.get("benefit_section")
        done = approve(
            self.case.id,
            by=by,
            at=at,
            version=self.version,
            benefit_section_id=UUID(section) if section else None,
        )
        return f"Approved: authorization number {done.authorization_number}. {done.validity_why}"


class SendToPhysician(ActForm):
    permission = Permission.CRITERIA_REVIEW
    move = Move.SEND_TO_PHYSICIAN
    title = "Send to a physician"
    button = "Send to a physician"

    note = forms.CharField(
        label="Note to the physician",
        widget=forms.Textarea,
        required=False,
        max_length=2000,
        help_text="What is not met, where it stands in the record, what would change the answer.",
    )

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        note = self.cleaned_data["note"]
        send_to_physician(self.case.id, note=note, by=by, at=at, version=self.version)
        return "The case is on the physicians' list."


class AskForInformation(ActForm):
    permission = Permission.REQUEST_INFORMATION
    move = Move.ASK_FOR_INFORMATION
    title = "Ask the doctor's office for information"
    button = "Ask the office"

    missing = forms.MultipleChoiceField(
        label="What is missing", widget=forms.CheckboxSelectMultiple, required=False
    )
    words = forms.CharField(
        label="In your own words", widget=forms.Textarea, required=False, max_length=2000
    )

    def __init__(self, data: Any = None, *, case: AuthorizationRequest, **more: Any) -> None:
        super().__init__(data, case=case, **more)
        sentences = [one["sentence"] for one in case.missing]
        if sentences:
            field: Any = self.fields["missing"]
            field.choices = [(sentence, sentence) for sentence in sentences]
            self.initial["missing"] = sentences
        else:
            del self.fields["missing"]
            self.fields["words"].label = "What is missing"

    @property
    def before(self) -> str:
        return (
            "The office and the member get a letter. The case stays open: missing papers are "
            "never a denial, and the clock goes on unless its rule says otherwise."
        )

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        ask_for_information(
            self.case.id,
            missing=self.cleaned_data.get("missing", []),
            words=self.cleaned_data["words"],
            by=by,
            at=at,
        )
        return "The office was asked. The letters are ordered."


class Extend(ActForm):
    permission = Permission.PRIOR_AUTH_EXTEND
    move = Move.EXTEND
    title = "Take more time"
    button = "Extend the time"

    ground = forms.ChoiceField(label="Why the rule allows it", widget=forms.RadioSelect)
    why = forms.CharField(
        label="Reason, as the member will read it",
        widget=forms.Textarea,
        max_length=500,
        help_text="Plain words, short sentences. The member gets a letter.",
    )

    def __init__(self, data: Any = None, *, case: AuthorizationRequest, **more: Any) -> None:
        super().__init__(data, case=case, **more)
        self.rules = (
            extendable_rules(clock_facts(case), rulebook(), office_calendar(case.tenant_id))
            if case.line_of_business
            else ()
        )
        grounds = {
            ground: GROUNDS[ground] for rule in self.rules for ground in rule.extension_grounds
        }
        field: Any = self.fields["ground"]
        field.choices = [(ground.value, sentence) for ground, sentence in grounds.items()]

    @property
    def refusal(self) -> str:
        if self.case.extended_at is not None:
            return "This request was extended once; the law allows no second time."
        return "" if self.rules else "No rule allows more time for this request."

    @property
    def before(self) -> str:
        return " ".join(
            f"{rule.id} allows {rule.extension} more, once ({rule.citation})."
            for rule in self.rules
        )

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        typed = self.cleaned_data
        extend(self.case.id, ground=typed["ground"], why=typed["why"], by=by, at=at)
        return "The time is extended. The letters are ordered."


class SetUrgency(ActForm):
    permission = Permission.REQUEST_RETIME
    title = "Set the urgency"
    button = "Set the urgency"

    urgency = forms.ChoiceField(
        label="Urgency",
        widget=forms.RadioSelect,
        choices=[
            (Urgency.EXPEDITED.value, Tile("Expedited", DEFINITION)),
            (Urgency.STANDARD.value, Tile("Standard", "Everything else.")),
        ],
    )
    why = forms.CharField(
        label="Why",
        widget=forms.Textarea,
        max_length=300,
        help_text="One sentence: the member may ask.",
    )

    def __init__(self, data: Any = None, *, case: AuthorizationRequest, **more: Any) -> None:
        super().__init__(data, case=case, **more)
        self.initial["urgency"] = case.urgency

    @property
    def before(self) -> str:
        return "All clocks are counted anew, from the time the request reached us."

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        typed = self.cleaned_data
        set_urgency(self.case.id, urgency=Urgency(typed["urgency"]), why=typed["why"], by=by, at=at)
        return "The urgency is set and the clocks are counted anew."


class Withdraw(ActForm):
    permission = Permission.PRIOR_AUTH_WITHDRAW
    move = Move.WITHDRAW
    title = "Withdraw the request"
    button = "Withdraw the request"

    asked_by = forms.CharField(
        label="Who takes it back", max_length=120, help_text="For example: the doctor's office."
    )
    why = forms.CharField(label="Why", widget=forms.Textarea, max_length=500, required=False)

    @property
    def before(self) -> str:
        return (
            "Only the one who asked, or somebody for them, takes a request back. The member and "
            "the practice get a letter."
        )

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        typed = self.cleaned_data
        withdraw(self.case.id, asked_by=typed["asked_by"], why=typed["why"], by=by, at=at)
        return "The request is withdrawn."


class Reopen(ActForm):
    permission = Permission.PRIOR_AUTH_REOPEN
    move = Move.REOPEN
    title = "Open the case again"
    button = "Open the case again"

    why = forms.CharField(label="Why", widget=forms.Textarea, max_length=500)

    @property
    def before(self) -> str:
        return "The earlier decision stays on record; the next one is added to it."

    def carry_out(self, *, by: Actor, at: datetime) -> str:
        reopen(self.case.id, why=self.cleaned_data["why"], by=by, at=at)
        return "The case is open again."


def _sections(case: AuthorizationRequest, *, covered: bool) -> list[tuple[str, str]]:
    if case.plan_id is None:
        return []
    return [
        (str(section.id), f"{section.section} {section.title}")
        for section in benefit_sections(case.tenant_id, case.plan_id, case.service_from_on.year)
        if section.covered is covered
    ]
