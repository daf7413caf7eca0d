"""The forms of the hospital's pages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openmso.casework.inpatient.post_stabilization.domain.codes import DIGITS
from openmso.channels.ui.forms import Form, UploadField
from openmso.channels.ui.forms.night import NightForm
from openmso.channels.ui.forms.stay import AdmissionForm
from openmso.office.documents.inspection import MAXIMUM_BYTES


class NumberForm(Form):
    number = forms.CharField(
        label=_("Your hospital's number"),
        max_length=20,
        help_text=_("Your house supervisor has it. For example H4021."),
        widget=forms.TextInput({"autocapitalize": "characters", "autocomplete": "off"}),
    )


class CodeForm(Form):
    code = forms.CharField(
        label=_("One-time code"),
        max_length=40,
        help_text=_("The digits from the mail to your hospital's contact."),
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )

    def clean_code(self) -> str:
        return "".join(sign for sign in self.cleaned_data["code"] if sign.isdigit())[:DIGITS]


class FindForm(Form):
    receipt = forms.CharField(
        label=_("Receipt number"),
        max_length=40,
        help_text=_("It begins with PS for a request of the night, with IP for an admission."),
        widget=forms.TextInput({"autocapitalize": "characters", "autocomplete": "off"}),
    )


_PAPERS = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
MOST_CLINICALS = 10


class AskForm(NightForm):
    """The questions of the night, and the face sheet where there is one at hand."""

    face_sheet = UploadField(
        label=_("Face sheet"),
        required=False,
        max_bytes=MAXIMUM_BYTES,
        accept=_PAPERS,
        help_text=_(
            "A photo of it is enough. It can follow later by fax; the clock runs without it."
        ),
    )


class TellForm(AdmissionForm):
    """The admission, its face sheet, and what else is at hand."""

    face_sheet = UploadField(
        label=_("Face sheet"),
        required=False,
        max_bytes=MAXIMUM_BYTES,
        accept=_PAPERS,
        help_text=_("A photo of it is enough."),
    )
    clinicals = UploadField(
        label=_("Clinical notes"),
        required=False,
        max_bytes=MAXIMUM_BYTES,
        max_files=MOST_CLINICALS,
        accept=_PAPERS,
        help_text=_("They can follow later by fax."),
    )
