"""The forms of the appeals desk."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms

from openmso.casework.appeals.domain.filing import Channel, Filing
from openmso.casework.appeals.domain.types import ABOUT_CARE, FiledBy
from openmso.channels.ui.forms import Tile
from openmso.office.access.actor import Actor

from ..received import ReceivedForm
from ..uploads import files_field
from .words import CHANNELS, FILED_BY

_KEYED: Sequence[Channel] = (Channel.PHONE, Channel.FAX, Channel.MAIL, Channel.IN_PERSON)


class FileForm(ReceivedForm):
    """An appeal that reached us, keyed in by staff. Its own time starts the clock."""

    channel = forms.ChoiceField(
        label="How it reached us", choices=[(one.value, CHANNELS[one]) for one in _KEYED]
    )
    filed_by = forms.ChoiceField(
        label="Who asks",
        widget=forms.RadioSelect,
        choices=[(one.value, FILED_BY[one]) for one in ABOUT_CARE],
    )
    filed_by_name = forms.CharField(label="Their name", max_length=160)
    authority_shown = forms.BooleanField(
        label="The paper that lets them speak for the member is here", required=False
    )
    words = forms.CharField(
        label="What should be changed, and why, in their words",
        widget=forms.Textarea({"rows": 5}),
        max_length=8000,
    )
    fast = forms.ChoiceField(
        label="Must it be fast?",
        widget=forms.RadioSelect,
        help_text="Fast when waiting could seriously harm life, health or the ability to recover.",
        choices=[
            ("no", "No"),
            ("asked", Tile("They ask for it", "Write why.")),
            ("physician", Tile("A physician says so", "That settles it.")),
        ],
        initial="no",
    )
    fast_because = forms.CharField(label="Why it must be fast", max_length=300, required=False)
    good_cause = forms.CharField(
        label="Why it comes late, if it does",
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    papers = files_field()
    kept = forms.CharField(widget=forms.HiddenInput, required=False)
    client_key = forms.CharField(widget=forms.HiddenInput, max_length=40)

    field_order: Sequence[str] = (
        *("channel", "received_on", "received_time", "filed_by", "filed_by_name"),
        *("authority_shown", "words", "fast", "fast_because", "good_cause", "papers"),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["papers"].widget.attrs["class"] = "plain-file"

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        if typed.get("fast") == "asked" and not (typed.get("fast_because") or "").strip():
            self.add_error("fast_because", "Write why waiting could do harm.")
        return typed

    def filing(self, request_id: UUID, *, by: Actor) -> Filing:
        """Return the appeal; the form must be valid."""
        said = self.cleaned_data
        return self.filed(
            by=by,
            request_id=request_id,
            fast=said["fast"] != "no",
            fast_because=said["fast_because"],
            physician_says_fast=said["fast"] == "physician",
        )

    def filed(self, *, by: Actor, **about: Any) -> Filing:
        """Return what every appeal says, with `about` what only this kind does."""
        said = self.cleaned_data
        if self.received_at is None:
            raise ValueError("check the form before sending it")
        return Filing(
            client_key=f"staff-{by.id}-{said['client_key']}"[:80],
            channel=Channel(said["channel"]),
            received_at=self.received_at,
            filed_by=FiledBy(said["filed_by"]),
            filed_by_name=said["filed_by_name"],
            words=said["words"],
            authority_shown=said["authority_shown"],
            good_cause=said["good_cause"],
            **about,
        )


class PapersForm(ReceivedForm):
    """Papers that arrived for an appeal that is here."""

    source = forms.ChoiceField(
        label="How it reached us",
        choices=[("fax", "Fax"), ("mail", "Mail"), ("email", "E-mail"), ("phone", "Phone call")],
    )
    papers = files_field()
    words = forms.CharField(
        label="What it says", widget=forms.Textarea, required=False, max_length=8000
    )
    kept = forms.CharField(widget=forms.HiddenInput, required=False)

    field_order = ("source", "received_on", "received_time", "papers", "words")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["papers"].widget.attrs["class"] = "plain-file"


def received_now(at: datetime, zone: Any) -> dict[str, Any]:
    """Return what the fields of the received time say when a page is opened."""
    local = at.astimezone(zone)
    return {"received_on": local.date(), "received_time": f"{local:%I:%M %p}"}
