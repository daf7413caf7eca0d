"""The criteria questions on the request form, and the answers that came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from openmso.casework.criteria.models import CriteriaPoint
from openmso.channels.ui.forms import Form

ANSWERS = (
    ("met", "Yes, this is so"),
    ("not_met", "No, it is not"),
    ("no_information", "We do not know"),
)
NO_EDITION = "none"


@dataclass(frozen=True, slots=True)
class QuestionsFor:
    """Which questions stand on the page: the criteria edition, and the services they came up for.

    All empty while no service is known; the edition is NO_EDITION when there are none. The codes
    of several services stand in `code` with a plus sign between them.
    """

    edition: str = ""
    code: str = ""
    day: str = ""

    @classmethod
    def read(cls, text: str) -> "QuestionsFor":
        """Read what the form sent back; anything else counts as no questions."""
        parts = text.split("~")
        return cls(*parts) if len(parts) == 3 else cls()

    def __str__(self) -> str:
        return f"{self.edition}~{self.code}~{self.day}" if self.edition else ""

    def __bool__(self) -> bool:
        return bool(self.edition)


class QuestionsForm(Form):
    """The criteria questions of the chosen service; leaving one open is allowed."""

    def __init__(self, *args: Any, points: Sequence[CriteriaPoint], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for point in points:
            self.fields[f"point_{point.code}"] = forms.ChoiceField(
                label=point.text,
                help_text=point.question,
                required=False,
                choices=ANSWERS,
                widget=forms.RadioSelect({"class": "tiles--row"}),
            )


def answers_in(data: Any) -> dict[str, str]:
    """Return the answers among the fields that were sent, by point code."""
    known = dict(ANSWERS)
    return {
        name.removeprefix("point_"): data[name]
        for name in data
        if name.startswith("point_") and data[name] in known
    }
