"""The form for papers that arrive for a case we already have."""

from typing import Any

from django import forms

from openmso.casework.prior_auth.domain.request import Channel

from ...received import ReceivedForm
from ...uploads import files_field
from ..words.states import CHANNELS


class AddForm(ReceivedForm):
    source = forms.ChoiceField(
        label="How it reached us",
        choices=[
            (one.value, CHANNELS[one])
            for one in (Channel.FAX, Channel.MAIL, Channel.EMAIL, Channel.PHONE)
        ],
    )
    papers = files_field()
    words = forms.CharField(
        label="What it says", widget=forms.Textarea, required=False, max_length=8000
    )
    kept = forms.CharField(widget=forms.HiddenInput, required=False)

    field_order = ("source", "received_on", "received_time", "papers", "words", "kept")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["papers"].widget.attrs["class"] = "plain-file"
