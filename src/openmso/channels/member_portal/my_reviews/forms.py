"""What only the member knows: whether it can wait, and which doctors outside hold papers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openmso.casework.external_review.actions.prepare_application import Application
from openmso.casework.external_review.domain.packet import Doctor
from openmso.channels.ui.forms import Form

_MOST = 6


class AskForReviewForm(Form):
    """Everything else is filled in by us."""

    speed = forms.ChoiceField(
        label=_("Can it wait?"),
        widget=forms.RadioSelect,
        choices=[
            ("standard", _("Yes, the normal time is fine")),
            ("urgent", _("No, my health is in serious danger if I wait")),
        ],
    )
    outside_doctors = forms.CharField(
        label=_("Doctors who do not work with your plan and know about this"),
        help_text=_("Write one name on each line. We make a letter for each one."),
        widget=forms.Textarea({"rows": 3}),
        max_length=1000,
        required=False,
    )

    def application(self) -> Application:
        """Return what the member added."""
        lines = self.cleaned_data["outside_doctors"].splitlines()
        names = [line.strip() for line in lines if line.strip()][:_MOST]
        return Application(
            urgent=self.cleaned_data["speed"] == "urgent",
            outside_doctors=tuple(Doctor(name=name, in_network=False) for name in names),
        )
