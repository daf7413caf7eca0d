"""Why the glass is broken, and what the review found."""

from django import forms

from openmso.channels.ui.forms import Form
from openmso.office.emergency_access.models import EmergencyAccess, Reason


class EmergencyForm(Form):
    number = forms.CharField(
        label="Number of the case",
        max_length=20,
        help_text="As it stands on the letter or as the caller reads it out, such as "
        "PA-261122-7KQ4MX. Nothing can be looked for by name here.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    reason = forms.ChoiceField(label="Reason", choices=Reason.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label="What has happened?",
        max_length=500,
        help_text="One or two sentences. Privacy staff read them.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ReviewForm(Form):
    verdict = forms.ChoiceField(
        label="What did you find?",
        choices=EmergencyAccess.Verdict.choices,
        widget=forms.RadioSelect,
    )
    notes = forms.CharField(
        label="Notes",
        max_length=2000,
        required=False,
        help_text="For misuse: what was wrong, and what follows.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
