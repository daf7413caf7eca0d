"""What a physician chooses and writes on one case."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from typing import Any
from uuid import UUID

from django import forms

from openmso.casework.prior_auth.denial import Denial
from openmso.casework.prior_auth.domain.decision import Ground
from openmso.channels.ui.forms import Form, Tile
from openmso.roster.benefits.models import BenefitSection

from ..case_file import CaseFile
from ..words.states import quantity
from .reading import reading_of
from .standing import Standing


class Choice(StrEnum):
    APPROVE = "approve"
    IN_PART = "in_part"
    DENY = "deny"


_CHOICES = {
    Choice.APPROVE: Tile("Approve everything", "The letters go out at once."),
    Choice.IN_PART: Tile(
        "Approve a part", "The rest is a denial: same conditions, same letter, same rights."
    ),
    Choice.DENY: Tile("Deny", "On one of two grounds, with the reasons you write below."),
}
_ALWAYS_OPEN = (Choice.APPROVE,)
_FOR_A_SPANISH_READER = ("clinical_reason_es", "plain_reason_es", "alternative_es")
_GROUNDS = (
    (
        Ground.MEDICAL_APPROPRIATENESS.value,
        Tile("Not medically appropriate", "Measured by the criteria edition of this case."),
    ),
    (
        Ground.NOT_COVERED.value,
        Tile("Not a covered benefit", "By a benefit section of the member's plan and year."),
    ),
)


class DecisionForm(Form):
    """One decision on one case. Everything after the choice is for a denial or a part."""

    choice = forms.ChoiceField(
        label="Your decision",
        widget=forms.RadioSelect,
        choices=[(choice.value, tile) for choice, tile in _CHOICES.items()],
    )
    ground = forms.ChoiceField(
        label="Ground", widget=forms.RadioSelect, choices=_GROUNDS, required=False
    )
    benefit_section = forms.ChoiceField(
        label="Benefit section",
        required=False,
        help_text="The sections that leave something out, for this plan and the year of service.",
    )
    clinical_reason = forms.CharField(
        label="Clinical reason",
        widget=forms.Textarea,
        required=False,
        max_length=6000,
        help_text="For the doctor: what the record shows and which point is not met.",
    )
    clinical_reason_es = forms.CharField(
        label="The clinical reason in Spanish",
        widget=forms.Textarea({"lang": "es"}),
        required=False,
        max_length=6000,
        help_text="The member reads Spanish. Left empty, we owe a translation of this part.",
    )
    plain_reason = forms.CharField(
        label="Reason in plain words, for the member",
        widget=forms.Textarea,
        required=False,
        max_length=3000,
        help_text="Short sentences, short words: grade 6 or below.",
    )
    plain_reason_es = forms.CharField(
        label="The same reason in Spanish",
        widget=forms.Textarea({"lang": "es"}),
        required=False,
        max_length=3000,
        help_text="The member reads Spanish.",
    )
    alternative = forms.CharField(
        label="Treatment to try first, if that is the point", required=False, max_length=300
    )
    alternative_es = forms.CharField(
        label="The same treatment in Spanish",
        widget=forms.TextInput({"lang": "es"}),
        required=False,
        max_length=300,
        help_text="The member reads Spanish. Leave it empty when no treatment comes first.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        *,
        file: CaseFile,
        sections: Sequence[BenefitSection],
        standing: Standing,
        **more: Any,
    ) -> None:
        super().__init__(data, **more)
        self.file = file
        self.sections = sections
        self.initial["version"] = file.request.version
        section: Any = self.fields["benefit_section"]
        section.choices = [
            ("", "- Select -"),
            *((str(one.id), f"{one.section} {one.title}") for one in sections),
        ]
        if not standing.may_refuse:
            # Shown only what is open; whoever sends more meets the guard itself.
            choice: Any = self.fields["choice"]
            choice.widget.choices = [(one.value, _CHOICES[one]) for one in _ALWAYS_OPEN]
        if file.request.member.language.partition("-")[0] != "es":
            for name in _FOR_A_SPANISH_READER:
                del self.fields[name]
        for one in file.services:
            self.fields[f"line_{one['line']}"] = forms.DecimalField(
                label=_how_many(one),
                required=False,
                min_value=Decimal(0),
                max_value=Decimal(str(one["quantity"])),
                decimal_places=2,
                widget=forms.TextInput({"inputmode": "decimal", "class": "usa-input--small"}),
                error_messages={
                    "invalid": "Write a number, for example 6.",
                    "min_value": "Write 0 or more.",
                    "max_value": f"No more than {quantity(one['quantity'], one['unit'])}: that is "
                    "what was asked for.",
                    "max_decimal_places": "Write at most 2 digits after the point.",
                },
            )

    @property
    def quantity_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("line_")]

    def fingerprint(self) -> str:
        """Return a hash of everything typed, so that a signature holds for what was shown."""
        typed = [(one.html_name, str(one.value() or "").replace("\r\n", "\n")) for one in self]
        return sha256(repr(typed).encode()).hexdigest()

    @property
    def chosen(self) -> Choice:
        return Choice(self.cleaned_data["choice"])

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        choice = typed.get("choice")
        if choice not in {Choice.IN_PART, Choice.DENY}:
            return typed
        self._need("ground", "Choose one of the two grounds.")
        self._need("clinical_reason", "Write the clinical reason.")
        self._need("plain_reason", "Write the reason in plain words for the member.")
        if typed.get("ground") == Ground.NOT_COVERED:
            self._need("benefit_section", "Name the benefit section that leaves this out.")
        if "plain_reason_es" in self.fields:
            self._need(
                "plain_reason_es", "Write the reason in Spanish too: the member reads Spanish."
            )
            self._need_both_languages_or_none()
        reading = reading_of(typed.get("plain_reason") or "")
        if reading.too_hard:
            self.add_error("plain_reason", reading.sentence)
        if choice == Choice.IN_PART:
            self._check_quantities()
        return typed

    def denial(self, shown: dict[str, Any]) -> Denial:
        """Return the denial as written; the form must be valid."""
        typed = self.cleaned_data
        ground = Ground(typed["ground"])
        section = typed["benefit_section"] if ground is Ground.NOT_COVERED else ""
        return Denial(
            ground=ground,
            clinical_reason=typed["clinical_reason"],
            clinical_reason_es=typed.get("clinical_reason_es", ""),
            plain_reason=typed["plain_reason"],
            plain_reason_es=typed.get("plain_reason_es", ""),
            criteria_edition_id=self.file.request.criteria_edition_id
            if ground is Ground.MEDICAL_APPROPRIATENESS
            else None,
            benefit_section_id=UUID(section) if section else None,
            alternative=typed["alternative"],
            alternative_es=typed.get("alternative_es", ""),
            shown=shown,
        )

    def quantities(self) -> dict[int, Decimal]:
        """Return what is approved by service line; an empty box means none of it."""
        return {
            int(one["line"]): self.cleaned_data.get(f"line_{one['line']}") or Decimal(0)
            for one in self.file.services
        }

    def _need_both_languages_or_none(self) -> None:
        """A treatment to try first is named in both languages: the member reads Spanish."""
        if self.cleaned_data.get("alternative"):
            self._need("alternative_es", "Name the treatment in Spanish too.")
        if self.cleaned_data.get("alternative_es"):
            self._need("alternative", "Name the treatment in English too.")

    def _need(self, name: str, sentence: str) -> None:
        if not self.cleaned_data.get(name) and name not in self.errors:
            self.add_error(name, sentence)

    def _check_quantities(self) -> None:
        asked = sum(Decimal(str(one["quantity"])) for one in self.file.services)
        given = sum(self.quantities().values())
        if not 0 < given < asked and not any(name.startswith("line_") for name in self.errors):
            first = self.quantity_fields[0].name
            self.add_error(
                first,
                "Approve some of it, not nothing and not everything: for those use the other "
                "choices.",
            )


def _how_many(one: dict[str, Any]) -> str:
    return f"{one['code']}: approve how many of {quantity(one['quantity'], one['unit'])}?"
