"""The form of an appeal about a claim that was not paid, keyed in by staff."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from openmso.casework.appeals.domain.claim import Basis, Claim
from openmso.casework.appeals.domain.filing import Filing
from openmso.casework.appeals.domain.types import FiledBy
from openmso.channels.ui.forms import DateField, Tile
from openmso.office.access.actor import Actor
from openmso.office.access.models import Account

from .forms import FileForm
from .words import FILED_BY

_WHO = (FiledBy.MEMBER, FiledBy.REPRESENTATIVE, FiledBy.NONCONTRACT_PROVIDER)


class PaymentForm(FileForm):
    """What the claim's notice says, who asks and when it reached us. `people` are those of this
    office who may have said no to the claim."""

    claim_number = forms.CharField(label="Number of the claim", max_length=40)
    served_on = DateField(label="Day of the care", help_text="For example 11/22/2026")
    service = forms.CharField(label="The care, in a few words", max_length=200)
    provider_name = forms.CharField(label="Who gave the care", max_length=160)
    amount = forms.DecimalField(
        label="Amount that was not paid, in dollars",
        min_value=0,
        max_digits=12,
        decimal_places=2,
        widget=forms.TextInput({"inputmode": "decimal", "class": "usa-input--small"}),
    )
    told_on = DateField(label="Date on the notice that says no")
    basis = forms.ChoiceField(
        label="Why it was not paid",
        widget=forms.RadioSelect,
        choices=[
            (Basis.MEDICAL_NECESSITY.value, "Not medically needed"),
            (Basis.NOT_COVERED.value, "Not a covered benefit"),
            (
                Basis.EMERGENCY_PAYMENT.value,
                Tile("Emergency or urgent care", "It is said not to have been one."),
            ),
        ],
    )
    decided_by = forms.ChoiceField(
        label="Who of us said no",
        required=False,
        help_text="That person, and who works under them, cannot answer the appeal.",
    )

    field_order: Sequence[str] = (
        *("channel", "received_on", "received_time", "filed_by", "filed_by_name"),
        *("authority_shown", "claim_number", "served_on", "service", "provider_name"),
        *("amount", "told_on", "basis", "decided_by", "words", "fast", "good_cause", "papers"),
    )

    def __init__(self, *args: Any, people: Sequence[Account], **more: Any) -> None:
        super().__init__(*args, **more)
        who: Any = self.fields["filed_by"]
        who.choices = [(one.value, FILED_BY[one]) for one in _WHO]
        self.fields[
            "authority_shown"
        ].label = "The representative's paper, or the signed waiver of liability, is here"
        said_no: Any = self.fields["decided_by"]
        said_no.choices = [
            ("", "Nobody of this office"),
            *((str(one.id), one.name) for one in people),
        ]
        self.fields["fast"] = forms.BooleanField(label="They ask for a fast answer", required=False)
        del self.fields["fast_because"]

    def filing(self, about_id: UUID, *, by: Actor) -> Filing:
        """Return the appeal of the member `about_id`; the form must be valid."""
        said = self.cleaned_data
        decided_by = said["decided_by"]
        claim = Claim(
            member_id=about_id,
            number=said["claim_number"],
            served_on=said["served_on"],
            amount=said["amount"],
            service=said["service"],
            provider_name=said["provider_name"],
            told_on=said["told_on"],
            basis=Basis(said["basis"]),
            decided_by_id=UUID(decided_by) if decided_by else None,
        )
        return self.filed(by=by, claim=claim, fast=bool(said["fast"]))
