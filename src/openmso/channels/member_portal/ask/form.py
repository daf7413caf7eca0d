"""What we must know to give a member an answer."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from openmso.channels.ui.forms import DateField, Form, Tile

NORMAL, URGENT = "normal", "urgent"


class AskForm(Form):
    """The care was chosen before; `today` is the office's day."""

    client_key = forms.RegexField(r"^[\w-]{16,64}$", widget=forms.HiddenInput)
    code = forms.CharField(widget=forms.HiddenInput, max_length=12)
    care_on = DateField(
        label=_("Day of the care"),
        help_text=_("If you do not know it, leave it empty."),
        required=False,
    )
    care_from = forms.CharField(
        label=_("Who would give you the care?"), max_length=120, required=False
    )
    why = forms.CharField(
        label=_("Why do you need it?"),
        widget=forms.Textarea({"rows": 4}),
        max_length=2000,
    )
    urgent = forms.ChoiceField(
        label=_("How fast do you need our answer?"),
        widget=forms.RadioSelect,
        initial=NORMAL,
    )

    def __init__(self, *args: Any, today: date, **more: Any) -> None:
        self.today = today
        super().__init__(*args, **more)
        urgent: Any = self.fields["urgent"]
        # Made now: a tile keeps its words, and the page may be in either language.
        harm = _now("To wait could do great harm to your life or health.")
        urgent.choices = [
            (NORMAL, Tile(_now("In the normal time"))),
            (URGENT, Tile(_now("Fast"), harm)),
        ]

    def clean_care_on(self) -> date:
        day: date | None = self.cleaned_data["care_on"]
        if day is not None and day < self.today:
            raise forms.ValidationError(
                _("This day is past. Did you get a bill for care you had? Call us."),
                code="past",
            )
        return day or self.today
