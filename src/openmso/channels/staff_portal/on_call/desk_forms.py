"""Where somebody is paged, taking a call, answering by code."""

from django import forms

from openmso.channels.ui.forms import Form, PhoneField

from .publish_forms import ROLE_CHOICES


class PagerForm(Form):
    number = PhoneField(
        label="My pager",
        required=False,
        help_text="Texts that hold a receipt number, a role and a short address go there, and to "
        "your work e-mail. Leave it empty for e-mail alone.",
    )


class CallForm(Form):
    """The short form of the phone desk. It looks nothing up."""

    role = forms.ChoiceField(
        label="Whom does the caller need?", choices=ROLE_CHOICES, widget=forms.RadioSelect
    )
    caller = forms.CharField(label="Who is calling", max_length=120)
    call_back = PhoneField(label="Number to call back")
    about = forms.CharField(
        label="About which patient",
        max_length=160,
        required=False,
        help_text="Name and date of birth as the caller says them",
    )
    message = forms.CharField(
        label="Message",
        max_length=500,
        widget=forms.Textarea({"rows": 4}),
        help_text="In the caller's words. Only whoever is on call reads it.",
    )


class CodeForm(Form):
    code = forms.CharField(
        label="Code",
        max_length=20,
        help_text="The last eight signs of the address on the pager, such as K7QF-2MRT",
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )
