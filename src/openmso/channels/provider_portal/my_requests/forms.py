"""What a practice can add to its own request."""

from django import forms

from openmso.channels.ui.forms import CodeField, Form, UploadField
from openmso.channels.ui.forms.papers import PAPERS
from openmso.office.documents.inspection import MAXIMUM_BYTES
from openmso.standards.codes.diagnoses import diagnosis

from ..states_in_words import STATE_CHOICES

_MOST_FILES = 10


class FilterForm(Form):
    state = forms.ChoiceField(label="State", choices=STATE_CHOICES, required=False)


class MessageForm(Form):
    text = forms.CharField(
        label="Message",
        help_text="It stands on the case, where the desk reads it.",
        max_length=4000,
        widget=forms.Textarea({"rows": 4}),
    )


class AddForm(Form):
    """Papers, words or a diagnosis that were missing."""

    papers = UploadField(
        label="Clinical notes",
        help_text="PDF, picture (PNG, JPEG, TIFF) or plain text. Up to 50 MB each, 10 at a time.",
        max_bytes=MAXIMUM_BYTES,
        max_files=_MOST_FILES,
        accept=PAPERS,
        required=False,
    )
    diagnosis = CodeField(
        label="Diagnosis (ICD-10)",
        help_text="Only when it was missing",
        search="practice:diagnoses",
        required=False,
    )
    words = forms.CharField(
        label="In your words",
        required=False,
        max_length=8000,
        widget=forms.Textarea({"rows": 6}),
    )

    def clean_diagnosis(self) -> str:
        code: str = self.cleaned_data["diagnosis"]
        found = diagnosis(code) if code else None
        if code and (found is None or not found.billable):
            raise forms.ValidationError(
                f"{code} is no complete ICD-10 code. Type words to find the right one."
            )
        return found.dotted if found else ""


class WithdrawForm(Form):
    why = forms.CharField(
        label="Why", help_text="One sentence for the record", max_length=300, required=False
    )
