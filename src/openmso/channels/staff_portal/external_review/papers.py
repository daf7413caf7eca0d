"""What can be done with one line of the checklist: ask, ask again, take it in, or say why not."""

from datetime import datetime
from typing import Any

from django import forms

from openmso.casework.external_review.actions.ask_for_paper import ask_for_paper
from openmso.casework.external_review.actions.give_up_paper import give_up_paper
from openmso.casework.external_review.actions.receive_paper import receive_paper
from openmso.casework.external_review.models import PacketPaper
from openmso.channels.ui.forms import Form, UploadField
from openmso.office.access.actor import Actor
from openmso.office.documents.inspection import MAXIMUM_BYTES, Inspected
from openmso.office.documents.models import Document

from ..uploads import ACCEPTED
from .act import WAYS

ASK, RECEIVE, GIVE_UP = "ask", "receive", "give_up"


class PaperForm(Form):
    """One choice, and what belongs to it."""

    what = forms.ChoiceField(
        label="What happened",
        widget=forms.RadioSelect,
        choices=[
            (ASK, "We asked for it, or asked again"),
            (RECEIVE, "It came"),
            (GIVE_UP, "It cannot be had"),
        ],
    )
    way = forms.ChoiceField(label="By which way", choices=WAYS)
    why = forms.CharField(label="Why it cannot be had", max_length=300, required=False)
    paper = UploadField(
        label="The paper",
        max_bytes=MAXIMUM_BYTES,
        required=False,
        accept=ACCEPTED,
        help_text="PDF, PNG, JPEG, TIFF or plain text.",
    )

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("what") == GIVE_UP and not typed.get("why", "").strip():
            self.add_error("why", "Say why, for the reviewers.")
        return typed

    @property
    def wants_file(self) -> bool:
        """Whether a file must come with what was chosen."""
        return bool(self.cleaned_data.get("what") == RECEIVE)

    def carry_out(
        self, paper: PacketPaper, file: Inspected | None, *, by: Actor, at: datetime
    ) -> str:
        """Call the action that fits; return the sentence that tells what happened."""
        typed = self.cleaned_data
        if typed["what"] == ASK:
            ask_for_paper(paper.review_id, paper.id, way=typed["way"], by=by, at=at)
            return "It is on record as asked for."
        if typed["what"] == GIVE_UP:
            give_up_paper(paper.review_id, paper.id, why=typed["why"], by=by, at=at)
            return "The reason stands on the checklist."
        if file is None:
            raise ValueError("a paper that came is a file")
        source = typed["way"] if typed["way"] in Document.Source.values else Document.Source.MAIL
        receive_paper(paper.review_id, paper.id, file, source=source, received_at=at, by=by, at=at)
        return "The paper is on the case."
