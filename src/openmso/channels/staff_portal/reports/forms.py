"""What somebody found about a row that stands out."""

from django import forms

from openmso.channels.ui.forms import Form
from openmso.oversight.reports.models import OutlierReview


class ReviewForm(Form):
    finding = forms.ChoiceField(
        label="What did you find?", choices=OutlierReview.Finding.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label="Note",
        max_length=1000,
        help_text="What you looked at and what follows. Name no member.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
