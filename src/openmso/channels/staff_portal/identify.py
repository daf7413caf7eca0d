"""Finding out who the patient is whom a hospital named: searched for, then chosen."""

from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openmso.casework.inpatient.post_stabilization.actions.identify_member import IdentifiedAlready
from openmso.channels.ui.forms import Form, MemorableDateField
from openmso.channels.ui.words_for_time import staff_date
from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar
from openmso.office.moves import MoveNotAllowed
from openmso.roster.eligibility.finding import find_members
from openmso.roster.members.domain.search import MemberSearch, NotEnoughToSearch

from .staff_request import StaffRequest


class AsTold(Protocol):
    """A case of a patient as a hospital named them."""

    @property
    def id(self) -> UUID: ...
    @property
    def tenant_id(self) -> UUID: ...
    @property
    def told_name(self) -> str: ...
    @property
    def told_birth_date(self) -> date | None: ...
    @property
    def told_number(self) -> str: ...


class Identify(Protocol):
    """Says that the patient of a case is this member."""

    def __call__(self, case_id: UUID, member_id: UUID, /, *, by: Actor, at: datetime) -> object: ...


def identify_page(
    request: StaffRequest, case: AsTold, identify: Identify, *, folder: str, back: str, done: str
) -> HttpResponse:
    """Search for the patient of `case` and say who it is.

    `folder` holds the page, `back` is the address of the case, `done` what is said afterwards.
    """
    data = request.POST if request.method == "POST" else None
    form = IdentifyForm(data, case=case, viewer=request.actor, at=request.arrived_at)
    status = form.status
    if form.is_bound and form.is_valid() and form.chosen is not None:
        try:
            identify(case.id, form.chosen, by=request.actor, at=request.arrived_at)
        except (IdentifiedAlready, MoveNotAllowed) as refusal:
            form.add_error(None, str(refusal))
            status = 409
        else:
            messages.success(request, done)
            return redirect(back)
    context = {"case": case, "form": form, "back_href": back}
    return render(request, f"{folder}/identify.html", context, status=status)


class IdentifyForm(Form):
    """Search facts; `member` is the person chosen from what was found."""

    family_name = forms.CharField(label="Family name", max_length=80, required=False)
    birth_date = MemorableDateField(label="Birth date", required=False)
    number = forms.CharField(label="Any number of the patient", max_length=40, required=False)
    member = forms.ChoiceField(
        label="Who it is", widget=forms.RadioSelect, required=False, choices=()
    )

    def __init__(self, data: Any = None, *, case: AsTold, viewer: Actor, at: datetime) -> None:
        told = case.told_name.split()
        super().__init__(
            data,
            initial={
                "family_name": told[-1] if told else "",
                "birth_date": case.told_birth_date,
                "number": case.told_number,
            },
        )
        self._viewer, self._on = viewer, office_calendar(case.tenant_id).local(at).date()
        self.searched = False
        self._look()

    @property
    def chosen(self) -> UUID | None:
        """The person chosen; None while there is only a search."""
        member = self.cleaned_data.get("member")
        return UUID(member) if member else None

    @property
    def found(self) -> list[tuple[str, str]]:
        choices: Any = self.fields["member"]
        return list(choices.choices)

    def _look(self) -> None:
        search = MemberSearch(
            family_name=str(self["family_name"].value() or "").replace("\x00", ""),
            birth_date=self._birth_date(),
            number=str(self["number"].value() or "").replace("\x00", ""),
        )
        try:
            rows = find_members(self._viewer, search, on=self._on)
        except NotEnoughToSearch:
            return
        self.searched = True
        choices: Any = self.fields["member"]
        choices.choices = [
            (
                str(row.member_id),
                f"{row.full_name}, born {staff_date(row.birth_date)}, "
                f"{row.plan_name or 'not covered with us today'} {row.member_number}".strip(),
            )
            for row in rows
        ]

    def _birth_date(self) -> Any:
        if not self.is_bound:
            return self.initial["birth_date"]
        try:
            return self.fields["birth_date"].clean(
                self.fields["birth_date"].widget.value_from_datadict(
                    self.data, self.files, self.add_prefix("birth_date")
                )
            )
        except forms.ValidationError:
            return None
