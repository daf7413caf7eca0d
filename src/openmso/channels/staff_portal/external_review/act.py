"""One thing that can be done with an outside review: a form, and the action it carries out."""

from typing import Any, ClassVar

from django import forms

from openmso.casework.external_review.domain.notice import Notice
from openmso.casework.external_review.models import ExternalReview, OutsideContact
from openmso.channels.ui.forms import DateField
from openmso.channels.ui.forms.times import TimeField

from ..acting.happened import HappenedAct
from ..acting.versioned import VersionedAct

WAYS = OutsideContact.Way.choices


class Act(VersionedAct[ExternalReview]):
    """`name` stands in the address."""

    back = "staff:external_review_case"
    name: ClassVar[str]


class Happened(HappenedAct[ExternalReview], Act):
    """An act that says when something happened."""

    happened_time = TimeField(label="At", help_text="For example 3:20 PM")


class NoticeAct(Act):
    """An act that keeps a letter of the outside body."""

    file_label = "The letter itself"

    dated_on = DateField(label="Date on the letter", help_text="For example 11/22/2026")
    received_on = DateField(label="Received on", help_text="The day it reached any of our desks")
    received_time = TimeField(label="Received at", help_text="For example 3:20 PM")
    way = forms.ChoiceField(label="How it came", choices=WAYS)
    reference = forms.CharField(label="Their case number", max_length=60, required=False)
    words = forms.CharField(
        label="What it says, in a sentence",
        widget=forms.Textarea({"rows": 2}),
        max_length=2000,
        required=False,
    )

    def fill(self) -> None:
        self.initial["reference"] = self.case.outside_reference

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        typed["received_at"] = self.near_moment("received_on", "received_time")
        return typed

    def notice(self) -> Notice:
        """Return the letter as it was told."""
        typed = self.cleaned_data
        return Notice(
            dated_on=typed["dated_on"],
            received_at=typed["received_at"],
            way=typed["way"],
            reference=typed["reference"],
            words=typed["words"],
        )
