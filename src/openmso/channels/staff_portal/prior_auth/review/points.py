"""The criteria points of a case, each with its answer and the sentence that shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms

from openmso.casework.prior_auth.actions.answer_point import Finding
from openmso.casework.prior_auth.domain.triage import PointAnswer
from openmso.channels.ui.forms import Form
from openmso.channels.ui.presenters.status import StatusTag
from openmso.office.documents.models import Document

from ..case_file import CaseFile
from ..words.states import ANSWERS, NOT_ANSWERED


def choices_of(documents: Sequence[Document]) -> list[tuple[str, str]]:
    return [(str(one.id), one.title) for one in documents]


class PointForm(Form):
    """The answer to one point; the three answers are the three buttons."""

    answer = forms.ChoiceField(
        choices=[(answer.value, ANSWERS[answer].words) for answer in PointAnswer]
    )
    quote = forms.CharField(
        label="The sentence in the record that shows it",
        required=False,
        max_length=500,
        widget=forms.TextInput,
    )
    document = forms.ChoiceField(label="Document", required=False)
    page = forms.IntegerField(
        label="Page",
        required=False,
        min_value=1,
        max_value=5000,
        widget=forms.NumberInput({"class": "usa-input--small", "inputmode": "numeric"}),
    )

    def __init__(self, data: Any = None, *, documents: Sequence[Document], **more: Any) -> None:
        super().__init__(data, **more)
        field: Any = self.fields["document"]
        field.choices = [("", "- Select -"), *choices_of(documents)]

    def finding(self) -> Finding:
        """Return the answer for the action; the form must be valid."""
        typed = self.cleaned_data
        return Finding(
            answer=PointAnswer(typed["answer"]),
            quote=typed["quote"],
            document_id=UUID(typed["document"]) if typed["document"] else None,
            page=typed["page"],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PointCard:
    """One point for the page. `said` is what the practice answered, still to be confirmed.

    `form` is the one that was sent with a mistake; else the page writes the fields out itself, for
    they are drawn at every point of every case. `documents` can be chosen in them.
    """

    code: str
    text: str
    answer: str
    tag: StatusTag
    confirmed: bool
    said: str
    quote: str
    document: str
    page: str
    place: str
    by: str
    documents: Sequence[tuple[str, str]]
    form: PointForm | None


def point_cards(file: CaseFile) -> list[PointCard]:
    """Return the points in printed order."""
    return [point_card(file, point.code) for point in file.points]


def point_card(file: CaseFile, code: str, form: PointForm | None = None) -> PointCard:
    """Return one point; `form` is the one that was just sent with a mistake."""
    point = next(point for point in file.points if point.code == code)
    found = file.findings.get(code, {})
    answer = str(found.get("answer", ""))
    said = str(found.get("said_by_practice", ""))
    return PointCard(
        code=code,
        text=point.text,
        answer=answer if found.get("confirmed") else "",
        tag=ANSWERS[answer] if found.get("confirmed") else NOT_ANSWERED,
        confirmed=bool(found.get("confirmed")),
        said=ANSWERS[said].words.lower() if said else "",
        quote=str(found.get("quote", "")),
        document=str(found.get("document_id") or ""),
        page=str(found.get("page") or ""),
        place=_place(file, found),
        by=str(found.get("answered_by_name", "")) if found.get("confirmed") else "",
        documents=choices_of(file.documents),
        form=form,
    )


def _place(file: CaseFile, found: dict[str, Any]) -> str:
    title = next(
        (one.title for one in file.documents if str(one.id) == found.get("document_id")), ""
    )
    page = found.get("page")
    return " ".join(filter(None, (title, f"page {page}" if page else "")))
