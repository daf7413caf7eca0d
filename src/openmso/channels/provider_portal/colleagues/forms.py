"""Inviting a colleague: an e-mail is all it takes."""

from django import forms

from openmso.channels.ui.forms import Form


class ColleagueForm(Form):
    email = forms.EmailField(
        label="Their work e-mail",
        max_length=254,
        help_text="The link goes there. It works once.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
