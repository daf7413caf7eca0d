"""Inviting somebody, looking for an account, and giving another role."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms

from openmso.channels.ui.forms import Form, NpiField, Tile
from openmso.office.access.actor import Actor
from openmso.office.access.roles import ROLES, Role
from openmso.office.accounts.domain.reach import PRACTICE_ROLES, roles_to_give
from openmso.roster.plans.models import Ipa
from openmso.roster.providers.models import Practice
from openmso.roster.providers.queries import practices_with_npi


def role_choices(roles: Iterable[Role]) -> list[tuple[str, Tile]]:
    """Return roles as answers that explain themselves."""
    return [(role.value, Tile(ROLES[role].name, ROLES[role].sentence)) for role in roles]


class InviteForm(Form):
    """Whom to invite, as what, and for a practice: which one.

    `practice` is shown only when several places of the roster carry the NPI.
    """

    email = forms.EmailField(
        label="Their work e-mail",
        max_length=254,
        help_text="The link goes there. The mail names no person, practice or plan.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(label="Their work", widget=forms.RadioSelect)
    npi = NpiField(
        label="NPI of the practice",
        required=False,
        help_text="Only for somebody of a practice: the organization's NPI, as it stands in the "
        "roster.",
    )
    practice = forms.ChoiceField(label="Which place?", required=False, widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, by: Actor) -> None:
        super().__init__(data)
        self._by = by
        self._places: list[Practice] = []
        role: Any = self.fields["role"]
        role.choices = role_choices(roles_to_give(by))
        if data is not None:
            self._find_places()

    @property
    def asks_which_place(self) -> bool:
        return len(self._places) > 1

    def chosen_role(self) -> Role:
        return Role(self.cleaned_data["role"])

    def practice_id(self) -> UUID | None:
        """Return the practice, None for our own staff; the form must be valid."""
        if self.chosen_role() not in PRACTICE_ROLES:
            return None
        chosen = self.cleaned_data["practice"]
        return UUID(chosen) if chosen else self._places[0].id

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("role") in PRACTICE_ROLES and "npi" in typed:
            self._check_practice(typed)
        return typed

    def _check_practice(self, typed: dict[str, Any]) -> None:
        if not typed["npi"]:
            self.add_error("npi", "Somebody of a practice needs the practice's NPI.")
        elif not self._places:
            self.add_error("npi", "No practice of our roster has this NPI. Check the number.")
        elif self.asks_which_place and not typed.get("practice"):
            self.add_error("practice", "Several places have this NPI. Choose one.")

    def _find_places(self) -> None:
        try:
            npi = self.fields["npi"].clean(self.data.get("npi", ""))
        except forms.ValidationError:
            return
        if npi:
            self._places = practices_with_npi(self._by.tenant_id, npi)
        practice: Any = self.fields["practice"]
        practice.choices = [
            (str(place.id), Tile(place.name, f"{place.address_line}, {place.city}".strip(", ")))
            for place in self._places
        ]


class FindForm(Form):
    """Sent by POST: names and e-mails never stand in an address."""

    text = forms.CharField(
        label="Name or e-mail begins with",
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class RoleForm(Form):
    role = forms.ChoiceField(label="New work", widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, roles: Iterable[Role], now: str) -> None:
        super().__init__(data, initial={"role": now})
        role: Any = self.fields["role"]
        role.choices = role_choices(roles)


class ReachForm(Form):
    """Whose cases a colleague sees. Nothing checked: those of every IPA."""

    ipas = forms.MultipleChoiceField(
        label="IPAs",
        required=False,
        help_text="Check none, and the person sees the cases of every IPA.",
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Any = None, *, ipas: Iterable[Ipa], now: Iterable[UUID]) -> None:
        super().__init__(data, initial={"ipas": [str(one) for one in now]})
        field: Any = self.fields["ipas"]
        field.choices = [(str(ipa.id), ipa.name) for ipa in ipas]

    def chosen(self) -> list[UUID]:
        """Return the IPAs; the form must be valid."""
        return [UUID(one) for one in self.cleaned_data["ipas"]]
