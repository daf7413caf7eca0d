"""The form that announces the end of a member's care."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms

from openmso.casework.fast_track.actions.announce_end import announce_end
from openmso.casework.fast_track.domain.care import Care
from openmso.casework.fast_track.domain.states import Move, State, may
from openmso.casework.fast_track.models import FastTrackCase
from openmso.casework.fast_track.queries import cases_of_member
from openmso.casework.fast_track.steps.opening import Announced
from openmso.casework.inpatient.admissions.domain.states import State as StayState
from openmso.casework.inpatient.admissions.models import Admission
from openmso.casework.inpatient.admissions.queries import visible as stays
from openmso.channels.ui.forms import DateField, Form, PhoneField
from openmso.channels.ui.presenters.care_that_ends import CARES
from openmso.office.access.actor import Actor
from openmso.roster.members.models import Member

_NO_STAY = ("", "Not about a stay on record")


class AnnounceForm(Form):
    """Which care ends, who gives it, and on which day."""

    care = forms.ChoiceField(
        label="Which care ends",
        widget=forms.RadioSelect,
        choices=[(one.value, CARES[one]) for one in Care],
    )
    stay = forms.ChoiceField(label="Hospital stay", required=False)
    provider_name = forms.CharField(
        label="Who gives the care",
        help_text="May stay empty for a stay on record.",
        max_length=160,
        required=False,
    )
    provider_phone = PhoneField(label="Telephone", required=False)
    ends_on = DateField(
        label="Last covered day, or day of the discharge", help_text="For example 11/27/2026"
    )

    def __init__(self, data: Any = None, *, member: Member, viewer: Actor) -> None:
        self.member = member
        self.stays = list(
            stays(viewer)
            .filter(member_id=member.id, state=StayState.IN_HOUSE)
            .select_related("hospital")
        )
        self.earlier = cases_of_member(viewer, member.id)
        super().__init__(data)
        choice = self.fields["stay"]
        if isinstance(choice, forms.ChoiceField):
            choice.choices = [_NO_STAY] + [
                (str(one.id), f"{one.number}, {one.hospital.name}") for one in self.stays
            ]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        stay = self._stay(typed)
        if stay is not None and typed.get("care") != Care.HOSPITAL_STAY:
            self.add_error("stay", "Only the end of a hospital stay belongs to a stay.")
        if stay is None and not typed.get("provider_name"):
            self.add_error("provider_name", "Say who gives the care.")
        return typed

    def announce(self, *, by: Actor, at: datetime) -> FastTrackCase:
        """Open the case; the form is valid. An end that did not come about is followed up."""
        said = self.cleaned_data
        stay, care = self._stay(said), Care(said["care"])
        before = self._before(care)
        return announce_end(
            Announced(
                care=care,
                member_id=self.member.id,
                ends_on=said["ends_on"],
                provider_name=said["provider_name"] or (stay.hospital.name if stay else ""),
                provider_phone=said["provider_phone"] or "",
                admission_id=stay.id if stay else None,
                came_from_id=before.id if before else None,
            ),
            by=by,
            at=at,
        )

    def _stay(self, typed: dict[str, Any]) -> Admission | None:
        chosen = typed.get("stay")
        return next((one for one in self.stays if chosen and one.id == UUID(chosen)), None)

    def _before(self, care: Care) -> FastTrackCase | None:
        newest = next((one for one in self.earlier if one.care == care), None)
        if newest is None or not may(State(newest.state), Move.ANNOUNCE_AGAIN):
            return None
        return newest
