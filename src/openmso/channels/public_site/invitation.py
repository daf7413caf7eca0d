"""Opening an account with the link of an invitation: name, password, terms.

The link's secret stands behind the question mark of the address, which no log keeps, and in the
form. A link that is used, too old, taken back or invented gets one and the same answer. The second
factor is set up at the first sign-in, where the house asks for it.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_http_methods

from openmso.channels.ui.forms import Form
from openmso.office.access.models import Account
from openmso.office.access.pages import public
from openmso.office.accounts.actions.accept_invitation import (
    EmailTaken,
    LinkNotGood,
    OtherTerms,
    accept_invitation,
)
from openmso.office.accounts.models import Invitation
from openmso.office.accounts.queries import invitation_of_link
from openmso.office.accounts.terms import TERMS
from openmso.office.tenants.whose_rows import of_every_office, of_tenant
from openmso.standards.typed_text import kept

# The portals this leads to speak English.
LANGUAGE = "en"
_LONGEST_LINK = 100


def _password(label: str, **more: Any) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
    return forms.CharField(label=label, strip=False, max_length=200, widget=widget, **more)


class AccountForm(Form):
    """What the invited person gives. `link` and `terms` come back as they were shown."""

    name = forms.CharField(
        label="Your name",
        max_length=120,
        help_text="As colleagues know you.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = _password(
        "Password", help_text="At least 12 characters. A short sentence is easy to remember."
    )
    again = _password("The same password again")
    agreed = forms.BooleanField(label="I agree to these terms")
    terms = forms.CharField(widget=forms.HiddenInput, max_length=20)
    link = forms.CharField(widget=forms.HiddenInput, max_length=_LONGEST_LINK)

    def __init__(self, data: Mapping[str, Any] | None, *, link: str, email: str) -> None:
        super().__init__(data, initial={"terms": TERMS.edition, "link": link})
        self._email = email

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        password = typed.get("password")
        if password and "again" in typed and password != typed["again"]:
            self.add_error("again", "The two passwords differ. Type the same one twice.")
        if password:
            person = Account(email=self._email, name=typed.get("name", ""))
            try:
                validate_password(password, person)
            except forms.ValidationError as mistakes:
                self.add_error("password", mistakes)
        return typed


@public
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest) -> HttpResponse:
    """Show the form of a good link, and open the account."""
    with translation.override(LANGUAGE):
        answer = _answer(request, at=vars(request)["arrived_at"])
    answer.headers["Content-Language"] = LANGUAGE
    patch_cache_control(answer, no_store=True)
    return answer


def _answer(request: HttpRequest, *, at: datetime) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    link = kept(str((sent or request.GET).get("link", "")), longest=_LONGEST_LINK)
    with of_every_office("only the link tells which office it is"):
        found = invitation_of_link(link)
    if found is None or found.state(at) != Invitation.State.PENDING:
        return _not_good(request)
    vars(request)["tenant"] = found.tenant
    form = AccountForm(sent, link=link, email=found.email)
    if form.is_bound and form.is_valid():
        try:
            with of_tenant(found.tenant_id):
                _open(form, link, at=at)
        except LinkNotGood:
            return _not_good(request)
        except OtherTerms as refusal:
            form.add_error("agreed", str(refusal))
        except EmailTaken:
            return render(request, "public_site/invitation/taken.html", status=409)
        else:
            messages.success(
                request, "Your account is open. Sign in with your e-mail and your new password."
            )
            return redirect("account_login")
    context = {"form": form, "email": found.email, "terms": TERMS}
    return render(request, "public_site/invitation/form.html", context, status=form.status)


def _open(form: AccountForm, link: str, *, at: datetime) -> None:
    typed = form.cleaned_data
    accept_invitation(
        link, name=typed["name"], password=typed["password"], terms_read=typed["terms"], at=at
    )


def _not_good(request: HttpRequest) -> HttpResponse:
    return render(request, "public_site/invitation/not_good.html", status=404)
