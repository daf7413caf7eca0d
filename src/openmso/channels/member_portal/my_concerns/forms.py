"""What a member tells us when something is wrong."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openmso.casework.grievances.domain.types import categories
from openmso.channels.ui.forms import Form

FAST = "fast"


class ConcernForm(Form):
    """Everything else is known from the account. `language` chooses the words of the topics."""

    category = forms.ChoiceField(label=_("What is it about?"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("What happened?"),
        help_text=_("Use your own words. A few are enough."),
        widget=forms.Textarea({"rows": 5}),
        max_length=4000,
    )
    about = forms.CharField(
        label=_("Who or what place was it, if you know?"), max_length=160, required=False
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
    client_key = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, *args: Any, language: str, **more: Any) -> None:
        super().__init__(*args, **more)
        choice: Any = self.fields["category"]
        choice.choices = [(one.key, getattr(one, language)) for one in categories().values()]
