"""The intake form: two questions, then one concern, one appeal, or both from one contact."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms

from openmso.casework.appeals.domain.filing import Channel
from openmso.casework.appeals.domain.filing import Filing as AppealFiling
from openmso.casework.grievances.actions.retype_as_appeal import APPEAL_FILED_BY
from openmso.casework.grievances.domain.classifier import (
    CaseType,
    Chosen,
    questions,
    reason_kept,
)
from openmso.casework.grievances.domain.filing import Filing
from openmso.casework.grievances.domain.types import FastGround, FiledBy, categories
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.channels.ui.forms import DateField, Tile
from openmso.channels.ui.words_for_time import staff_date
from openmso.office.access.actor import Actor
from openmso.office.access.models import Account

from ..appeals.words import CHANNELS
from ..received import ReceivedForm
from .words import FILED_BY, GROUNDS

KEYED = (Channel.PHONE, Channel.IN_PERSON, Channel.MAIL, Channel.FAX)
NOT_OURS = "none"
_YES_NO = [("yes", "Yes"), ("no", "No")]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a contact may be about: the member's line of business, requests and our colleagues."""

    member_id: UUID
    line_of_business: str
    requests: Sequence[AuthorizationRequest]
    colleagues: Sequence[Account]


class IntakeForm(ReceivedForm):
    """One concern that reached us, keyed in by staff. Its own time starts every clock."""

    channel = forms.ChoiceField(
        label="How it reached us", choices=[(one.value, CHANNELS[one]) for one in KEYED]
    )
    filed_by = forms.ChoiceField(
        label="Who tells us",
        widget=forms.RadioSelect,
        choices=[(one.value, FILED_BY[one]) for one in FiledBy],
    )
    filed_by_name = forms.CharField(label="Their name", max_length=160)
    authority_shown = forms.BooleanField(
        label="The paper that lets them speak for the member is here", required=False
    )
    decision = forms.ChoiceField(widget=forms.RadioSelect, choices=_YES_NO)
    concern = forms.ChoiceField(widget=forms.RadioSelect, choices=_YES_NO)
    type_why = forms.CharField(
        label="What they said that settles it", max_length=300, required=False
    )
    request = forms.ChoiceField(label="Which decision or request", required=False)
    words = forms.CharField(
        label="What they say, in their words",
        widget=forms.Textarea({"rows": 5}),
        max_length=8000,
    )
    category = forms.ChoiceField(label="What the concern is about", required=False)
    about = forms.CharField(
        label="Whom or what it is about", max_length=160, required=False, help_text="If they say"
    )
    about_account = forms.ChoiceField(label="Is it about a colleague of ours?", required=False)
    happened_on = DateField(label="When it happened", required=False)
    handled = forms.ChoiceField(
        label="How it is handled",
        widget=forms.RadioSelect,
        choices=[
            ("standard", "Answered by letter"),
            (
                "at_once",
                Tile(
                    "Can be solved by the close of the next business day",
                    "Without a letter, where the law knows that; never a dispute about coverage or"
                    " care. Unsolved, it goes on by letter with the time of its first receipt.",
                ),
            ),
            *((one.value, Tile("Fast", GROUNDS[one])) for one in FastGround),
        ],
        initial="standard",
    )
    fast_because = forms.CharField(label="Why it must be fast", max_length=300, required=False)
    clinical = forms.BooleanField(
        label="It is about care or health: a clinician answers it", required=False
    )
    contact = forms.UUIDField(widget=forms.HiddenInput, required=False)
    client_key = forms.CharField(widget=forms.HiddenInput, max_length=40)

    field_order = (
        *("channel", "received_on", "received_time", "filed_by", "filed_by_name"),
        *("authority_shown", "decision", "concern", "type_why", "request", "words", "category"),
        *("about", "about_account", "happened_on", "handled", "fast_because", "clinical"),
    )

    def __init__(self, *args: Any, about: About, **more: Any) -> None:
        super().__init__(*args, **more)
        self.about_whom = about
        for question in questions():
            field = self.fields[question.key]
            field.label, field.help_text = question.en, question.hint
        self._offer("request", [*map(request_choice, about.requests), (NOT_OURS, _NOT_HERE)])
        self._offer("category", [(one.key, one.en) for one in categories().values()])
        self._offer("about_account", [(str(one.id), one.name) for one in about.colleagues])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = [("", "Choose"), *choices]

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        if typed.get("decision") == "no" and typed.get("concern") == "no":
            self.add_error("concern", "Answer one of the two questions with yes.")
        if typed.get("decision") == "yes" and not typed.get("request"):
            self.add_error("request", "Choose the decision that should be changed.")
        if typed.get("concern") == "yes" and not typed.get("category"):
            self.add_error("category", "Choose what the concern is about.")
        fast = typed.get("handled") in set(FastGround)
        if fast and not (typed.get("fast_because") or "").strip():
            self.add_error("fast_because", "Write why it cannot wait.")
        return typed

    @property
    def chosen(self) -> Chosen:
        """Return what was answered to the two questions; the form must be valid."""
        said = self.cleaned_data
        return Chosen(
            decision=said["decision"] == "yes",
            concern=said["concern"] == "yes",
            why=said["type_why"],
        )

    def appeal(self, *, by: Actor) -> AppealFiling | None:
        """Return the appeal to file; None when no decision of ours is disputed."""
        said = self.cleaned_data
        if not self.chosen.decision or said["request"] == NOT_OURS or self.received_at is None:
            return None
        return AppealFiling(
            client_key=f"staff-{by.id}-{said['client_key']}"[:80],
            request_id=UUID(said["request"]),
            channel=Channel(said["channel"]),
            received_at=self.received_at,
            filed_by=APPEAL_FILED_BY[FiledBy(said["filed_by"])],
            filed_by_name=said["filed_by_name"],
            words=said["words"],
            fast=said["handled"] == FastGround.SERIOUS_HARM,
            fast_because=said["fast_because"],
            authority_shown=said["authority_shown"],
        )

    def grievance(self, *, by: Actor) -> Filing | None:
        """Return the grievance to file; None when there is nothing but a decision of ours."""
        said, chosen = self.cleaned_data, self.chosen
        not_ours = chosen.decision and said["request"] == NOT_OURS
        if not (chosen.concern or not_ours) or self.received_at is None:
            return None
        fast = said["handled"] if said["handled"] in set(FastGround) else ""
        line = self.about_whom.line_of_business
        return Filing(
            client_key=f"staff-{by.id}-{said['client_key']}"[:80],
            member_id=self.about_whom.member_id,
            channel=Channel(said["channel"]),
            received_at=self.received_at,
            filed_by=FiledBy(said["filed_by"]),
            filed_by_name=said["filed_by_name"],
            words=said["words"],
            category=said["category"] or "decision",
            about=said["about"],
            about_account_id=UUID(said["about_account"]) if said["about_account"] else None,
            request_id=UUID(said["request"]) if said["request"] not in ("", NOT_OURS) else None,
            happened_on=said["happened_on"],
            authority_shown=said["authority_shown"],
            at_once=said["handled"] == "at_once",
            fast=FastGround(fast) if fast else None,
            fast_because=said["fast_because"],
            clinical=said["clinical"],
            about_a_decision=not_ours,
            type_reason=reason_kept(chosen, line, type_=CaseType.GRIEVANCE),
        )


_NOT_HERE = "A decision that is not on record here"


def request_choice(request: AuthorizationRequest) -> tuple[str, str]:
    says = f"{request.number}, service {staff_date(request.service_from_on)}"
    return str(request.id), f"{says}: {request.get_state_display()}"
