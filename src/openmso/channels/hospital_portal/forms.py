"""The forms of the hospital's pages."""

from django import forms

from openmso.casework.inpatient.post_stabilization.domain.codes import DIGITS
from openmso.channels.ui.forms import Form, UploadField
from openmso.channels.ui.forms.night import NightForm
from openmso.channels.ui.forms.stay import AdmissionForm
from openmso.office.documents.inspection import MAXIMUM_BYTES


class NumberForm(Form):
    number = forms.CharField(
        label="Your hospital's number",
        max_length=20,
        help_text="Your house supervisor has it. For example H4021.",
        widget=forms.TextInput({"autocapitalize": "characters", "autocomplete": "off"}),
    )


class CodeForm(Form):
    code = forms.CharField(
        label="One-time code",
        max_length=40,
        help_text=f"{DIGITS} digits from the mail to your hospital's contact.",
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )

    def clean_code(self) -> str:
        return "".join(sign for sign in self.cleaned_data["code"] if sign.isdigit())[:DIGITS]


_PAPERS = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
MOST_CLINICALS = 10


class AskForm(NightForm):
    """The questions of the night, and the face sheet where there is one at hand."""

    face_sheet = UploadField(
        label="Face sheet",
        required=False,
        max_bytes=MAXIMUM_BYTES,
        accept=_PAPERS,
        help_text="A photo of it is enough. It can follow later by fax; the clock runs without it.",
    )


class TellForm(AdmissionForm):
    """The admission, its face sheet, and what else is at hand."""

    face_sheet = UploadField(
        label="Face sheet",
        required=False,
        max_bytes=MAXIMUM_BYTES,
        accept=_PAPERS,
        help_text="A photo of it is enough.",
    )
    clinicals = UploadField(
        label="Clinical notes",
        required=False,
        max_bytes=MAXIMUM_BYTES,
        max_files=MOST_CLINICALS,
        accept=_PAPERS,
        help_text="They can follow later by fax.",
    )
