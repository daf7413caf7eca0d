"""Which doctor: looked for by name, then chosen."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openmso.channels.ui.forms import Form
from openmso.roster.pcp_changes.queries import Doctor


class FindForm(Form):
    name = forms.CharField(
        label=_("Family name of the new doctor"),
        min_length=2,
        max_length=60,
        error_messages={"min_length": _("Write at least two letters.")},
    )


class WishForm(Form):
    """`doctors` are those found, to choose from."""

    doctor = forms.ChoiceField(label=_("Which doctor do you want?"), widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Why? You need not say."), max_length=300, required=False)

    def __init__(self, *args: Any, doctors: Sequence[Doctor], **more: Any) -> None:
        super().__init__(*args, **more)
        choices: Any = self.fields["doctor"]
        choices.choices = [
            (str(one.id), ", ".join(filter(None, (one.name, one.specialty)))) for one in doctors
        ]
