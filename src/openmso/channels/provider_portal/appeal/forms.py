"""What a practice tells us when it appeals for its patient."""

from typing import Any

from django import forms

from openmso.channels.ui.forms import Form, Tile, UploadField
from openmso.channels.ui.forms.papers import PAPERS
from openmso.office.documents.inspection import MAXIMUM_BYTES

_MOST_FILES = 10
FAST = "fast"


class AppealForm(Form):
    """`needs_paper`: here a practice must show that the patient wants it."""

    filed_by_name = forms.CharField(
        label="Doctor who asks", max_length=160, help_text="The treating doctor"
    )
    words = forms.CharField(
        label="Why the decision should change",
        widget=forms.Textarea({"rows": 6}),
        max_length=8000,
    )
    speed = forms.ChoiceField(
        label="How fast",
        widget=forms.RadioSelect,
        choices=[
            ("standard", "Standard"),
            (
                FAST,
                Tile(
                    "Fast: the doctor says that waiting could seriously harm the patient's life, "
                    "health or ability to recover",
                    "The doctor's word settles it.",
                ),
            ),
        ],
        initial="standard",
    )
    consent = forms.BooleanField(
        label="The patient's written consent is among the papers below", required=False
    )
    good_cause = forms.CharField(
        label="Why it comes after the last day",
        widget=forms.Textarea({"rows": 2}),
        max_length=500,
        required=False,
    )
    papers = UploadField(
        label="New papers",
        help_text="PDF, picture (PNG, JPEG, TIFF) or plain text. Up to 50 MB each, 10 at a time.",
        max_bytes=MAXIMUM_BYTES,
        max_files=_MOST_FILES,
        accept=PAPERS,
        required=False,
    )
    client_key = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, *args: Any, needs_paper: bool, late: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not needs_paper:
            del self.fields["consent"]
        if not late:
            del self.fields["good_cause"]
