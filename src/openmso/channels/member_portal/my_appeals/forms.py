"""What a member tells us when our answer should change."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openmso.channels.ui.forms import Form, UploadField
from openmso.channels.ui.forms.papers import PAPERS
from openmso.office.documents.inspection import MAXIMUM_BYTES

_MOST_FILES = 5
FAST = "fast"


class AppealForm(Form):
    """Everything else is known from the request. `late`: the last day has passed."""

    words = forms.CharField(
        label=_("Why should we change our answer?"),
        help_text=_("Use your own words. A few are enough."),
        widget=forms.Textarea({"rows": 5}),
        max_length=4000,
    )
    speed = forms.ChoiceField(
        label=_("Can you wait?"),
        widget=forms.RadioSelect,
        choices=[
            ("normal", _("Yes, I can wait the normal time.")),
            (FAST, _("No. If I wait, my health could be in great danger.")),
        ],
        initial="normal",
    )
    late_because = forms.CharField(
        label=_("The last day has passed. Why do you ask now?"),
        help_text=_("For example, you were sick. Then we can still look at it."),
        widget=forms.Textarea({"rows": 2}),
        max_length=500,
        required=False,
    )
    papers = UploadField(
        label=_("New papers, if you have any"),
        help_text=_("A picture from your phone is fine. You can also send them later."),
        max_bytes=MAXIMUM_BYTES,
        max_files=_MOST_FILES,
        accept=PAPERS,
        required=False,
    )
    client_key = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, *args: Any, late: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not late:
            del self.fields["late_because"]
