"""The two boxes of the page: a goal, and whatever the member wants to say."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openmso.channels.ui.forms import Form


class GoalForm(Form):
    prefix = "goal"

    words = forms.CharField(
        label=_("A goal of yours"),
        help_text=_("Use your own words. For example: I want to walk to the park."),
        max_length=500,
    )


class SayForm(Form):
    prefix = "say"

    words = forms.CharField(
        label=_("What you want to tell us"),
        help_text=_("Tell us what is good, what is not, and what you want in another way."),
        widget=forms.Textarea({"rows": 4}),
        max_length=4000,
    )
