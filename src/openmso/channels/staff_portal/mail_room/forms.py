"""The forms of the mail desk."""

from django import forms

from openmso.channels.ui.forms import Form
from openmso.office.mail_room.domain.outcome import Desk, Reason, Rejection, Told

from .words import DESKS, REASONS, TOLD


class FindForm(Form):
    """Which case a paper belongs to, as far as it says."""

    about = forms.CharField(
        label="Case number, or any number of the member",
        max_length=40,
        help_text="For example PA-261122-7KQ4MX. The member's open cases are shown to choose from.",
    )


class AttachForm(Form):
    """The case that was chosen from those shown."""

    case = forms.UUIDField(widget=forms.HiddenInput)


class RejectForm(Form):
    reason = forms.ChoiceField(
        label="Why is it not taken?",
        widget=forms.RadioSelect,
        choices=list(REASONS.items()),
        help_text="A request with something missing is no reason: key it and ask for the rest.",
    )
    told = forms.ChoiceField(
        label="How does the sender hear of it?",
        help_text="If nobody is told, write below why.",
        widget=forms.RadioSelect,
        choices=list(TOLD.items()),
    )
    words = forms.CharField(
        label="What else is the sender told?",
        widget=forms.Textarea,
        max_length=1000,
        required=False,
    )

    def rejection(self) -> Rejection:
        """Return what was chosen; the form must be valid."""
        said = self.cleaned_data
        return Rejection(
            reason=Reason(said["reason"]), told=Told(said["told"]), words=said["words"]
        )


class HandOnForm(Form):
    desk = forms.ChoiceField(
        label="Whose business is it?", widget=forms.RadioSelect, choices=list(DESKS.items())
    )
    words = forms.CharField(
        label="A word to that desk", widget=forms.Textarea, max_length=1000, required=False
    )

    @property
    def desk_chosen(self) -> Desk:
        return Desk(self.cleaned_data["desk"])


class BackForm(Form):
    why = forms.CharField(label="Why does it come back?", max_length=200)
