"""The forms of the register."""

from typing import Any

from django import forms

from openmso.channels.ui.forms import DateField, Form
from openmso.office.incentives.actions.register import NewProgram
from openmso.office.incentives.domain.screening import Verdict
from openmso.office.incentives.models import IncentiveProgram
from openmso.office.incentives.questions import questions

YES, NO = "yes", "no"
_PREFIX = "question_"


class ProgramForm(Form):
    """One program as it is planned, and the questions every program is asked."""

    name = forms.CharField(label="Name", max_length=120)
    whom = forms.ChoiceField(
        label="Who is rewarded?", widget=forms.RadioSelect, choices=IncentiveProgram.Whom.choices
    )
    reward = forms.CharField(label="What do they get?", max_length=300)
    goal = forms.CharField(label="For what, and how is it counted?", max_length=300)
    from_on = DateField(label="First day")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for one in questions():
            self.fields[f"{_PREFIX}{one.code}"] = forms.ChoiceField(
                label=one.text,
                help_text=one.citation,
                widget=forms.RadioSelect,
                choices=[(NO, "No"), (YES, "Yes")],
                error_messages={"required": "Answer yes or no."},
            )
        self.fields["explanation"] = forms.CharField(
            label="Explain every yes",
            widget=forms.Textarea,
            max_length=4000,
            required=False,
        )

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if any(self._answers().values()) and not typed.get("explanation"):
            self.add_error("explanation", "You answered yes. Explain it.")
        return typed

    def program(self) -> NewProgram:
        """Return what was typed; the form must be valid."""
        said = self.cleaned_data
        return NewProgram(
            name=said["name"],
            whom=said["whom"],
            reward=said["reward"],
            goal=said["goal"],
            from_on=said["from_on"],
            answers=self._answers(),
            explanation=said["explanation"],
        )

    def _answers(self) -> dict[str, bool]:
        return {
            name.removeprefix(_PREFIX): said == YES
            for name, said in self.cleaned_data.items()
            if name.startswith(_PREFIX)
        }


class ReviewForm(Form):
    verdict = forms.ChoiceField(
        label="What do you sign?",
        widget=forms.RadioSelect,
        choices=[
            (
                Verdict.MAY_BEGIN.value,
                "It may begin: it discourages no appropriate care or service",
            ),
            (Verdict.MUST_NOT.value, "It must not begin"),
        ],
    )
    words = forms.CharField(
        label="What did you look at, and what did you find?",
        widget=forms.Textarea,
        max_length=4000,
    )
