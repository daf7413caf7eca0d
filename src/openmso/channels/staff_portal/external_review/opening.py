"""The form that begins an outside review of a refused request, and what it means for other ways."""

from datetime import datetime
from typing import Any

from django import forms

from openmso.casework.external_review.actions.open_outside_case import (
    OutsideCase,
    open_outside_case,
)
from openmso.casework.external_review.actions.prepare_application import (
    Application,
    prepare_application,
)
from openmso.casework.external_review.domain.forum import Forum
from openmso.casework.external_review.domain.imr import Basis, FirstStep
from openmso.casework.external_review.domain.packet import Doctor
from openmso.casework.external_review.models import ExternalReview
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.channels.ui.forms import DateField, Tile
from openmso.channels.ui.forms.times import TimeField
from openmso.office.access.actor import Actor

from ..moments import MomentForm
from .act import WAYS

_RESULTS = [
    ("", "No answer yet"),
    ("upheld", "Our no was upheld"),
    ("partly upheld", "Upheld in part"),
    ("overturned", "Overturned"),
]


class OpeningForm(MomentForm):
    """`forum` decides which fields count: only an application is prepared by us."""

    forum = forms.ChoiceField(
        label="Who looks at our no",
        widget=forms.RadioSelect,
        choices=[
            (
                Forum.IMR.value,
                Tile(
                    "Independent Medical Review",
                    "We prepare the member's application. The regulator decides who qualifies.",
                ),
            ),
            (
                Forum.STATE_HEARING.value,
                Tile(
                    "State Hearing",
                    "We were told that one was asked for. Asking for it before the review can "
                    "close the review: tell the member before they choose.",
                ),
            ),
            (
                Forum.MEDICARE_ENTITY.value,
                Tile("Medicare independent entity", "Our no was affirmed; the case goes on there."),
            ),
        ],
    )
    speed = forms.ChoiceField(
        label="How fast",
        widget=forms.RadioSelect,
        choices=[
            ("standard", "Standard"),
            (
                "expedited",
                Tile("Urgent", "An imminent and serious threat to health; a doctor certifies it."),
            ),
        ],
        initial="standard",
    )
    basis = forms.ChoiceField(
        label="What our no rests on",
        choices=[
            ("", "As our letter says"),
            *((one.value, one.value.replace("-", " ").capitalize()) for one in Basis),
        ],
        required=False,
    )
    outside_doctors = forms.CharField(
        label="Doctors outside the network who hold records",
        help_text="One a line: name; where to write. The member is told to ask them, with a letter "
        "that is ready to sign.",
        widget=forms.Textarea({"rows": 3}),
        max_length=2000,
        required=False,
    )
    first_filed_on = DateField(
        label="Appeal or grievance filed on",
        required=False,
        help_text="Only one that is no case of ours; ours count by themselves.",
    )
    first_answered_on = DateField(label="Answered on", required=False)
    first_result = forms.ChoiceField(label="Its answer", choices=_RESULTS, required=False)
    told_on = DateField(label="Told to us on", required=False, help_text="Not for an application")
    told_time = TimeField(label="Told to us at", required=False)
    asked_on = DateField(
        label="Asked for, or our no affirmed, on",
        required=False,
        help_text="Not for an application",
    )
    way = forms.ChoiceField(label="How we were told", choices=WAYS, required=False)
    reference = forms.CharField(label="Their case number", max_length=60, required=False)
    knew = forms.BooleanField(
        label="The member knew what a hearing may do to the review", required=False
    )

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("forum") == Forum.IMR:
            self._check_first_step(typed)
            return typed
        for name in ("told_on", "told_time", "asked_on"):
            if not typed.get(name) and name not in self.errors:
                self.add_error(name, "Needed for what was told to us.")
        self._check_moments(typed)
        return typed

    def open(self, request: AuthorizationRequest, *, by: Actor) -> ExternalReview:
        """Call the action that fits. Raises what it raises."""
        typed = self.cleaned_data
        if typed["forum"] == Forum.IMR:
            return prepare_application(request.id, self._application(), by=by, at=self.at)
        told = OutsideCase(
            forum=Forum(typed["forum"]),
            asked_at=typed["asked_at"],
            told_at=typed["told_at"],
            reference=typed["reference"],
            urgent=typed["speed"] == "expedited",
            way=typed["way"] or WAYS[0][0],
            member_knew_the_order=typed["knew"],
        )
        return open_outside_case(request.id, told, by=by, at=self.at)

    def _application(self) -> Application:
        typed = self.cleaned_data
        first = None
        if typed["first_filed_on"]:
            first = FirstStep(
                filed_on=typed["first_filed_on"],
                expedited=typed["speed"] == "expedited",
                answered_on=typed["first_answered_on"],
                result=typed["first_result"],
            )
        return Application(
            urgent=typed["speed"] == "expedited",
            basis=Basis(typed["basis"]) if typed["basis"] else None,
            outside_doctors=doctors_written(typed["outside_doctors"]),
            first_step=first,
        )

    def _check_first_step(self, typed: dict[str, Any]) -> None:
        answered, result = typed.get("first_answered_on"), typed.get("first_result")
        if bool(answered) != bool(result):
            self.add_error("first_answered_on", "The answer and its day belong together.")
        if result and not typed.get("first_filed_on"):
            self.add_error("first_filed_on", "Needed with the answer.")

    def _check_moments(self, typed: dict[str, Any]) -> None:
        if not typed.get("asked_on"):
            return
        told_at = self.near_moment("told_on", "told_time")
        if told_at is None:
            return
        start_of_day = datetime.combine(typed["asked_on"], datetime.min.time(), tzinfo=self.zone)
        typed["told_at"], typed["asked_at"] = told_at, min(start_of_day, told_at)


def doctors_written(text: str) -> tuple[Doctor, ...]:
    """Read "name; where" a line; a line without a name is left out."""
    doctors = []
    for line in text.splitlines():
        name, _, place = line.partition(";")
        if name.strip():
            doctors.append(Doctor(name=name.strip(), in_network=False, place=place.strip()))
    return tuple(doctors)
