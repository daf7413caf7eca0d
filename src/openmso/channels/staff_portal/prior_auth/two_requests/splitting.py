"""One file holds two requests: which pages belong to the other one?"""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from openmso.casework.prior_auth.domain.states import OPEN, State
from openmso.casework.prior_auth.queries import request_for
from openmso.channels.ui.forms import Form
from openmso.office.access.pages import requires
from openmso.office.access.permissions import Permission
from openmso.office.documents.inspection import PDF
from openmso.office.documents.models import Document
from openmso.office.documents.pages import PagesUnclear, other_pages, pages_named
from openmso.office.documents.queries import papers_received
from openmso.office.moves import MoveNotAllowed

from ...second_request import FIELD, seal
from ...staff_request import StaffRequest
from ..refusals import on_a_case


class SplitForm(Form):
    """The file, and the pages of the other request."""

    document = forms.ChoiceField(label="Which file?", widget=forms.RadioSelect)
    pages = forms.CharField(
        label="Pages of the other request",
        max_length=200,
        help_text="For example 3-5, 8. The others stay with this case.",
    )

    def __init__(self, data: Any = None, *, documents: Sequence[Document], **more: Any) -> None:
        super().__init__(data, **more)
        self.documents = {str(one.id): one for one in documents}
        self.chosen: tuple[int, ...] = ()
        field: Any = self.fields["document"]
        field.choices = [
            (key, f"{one.title} ({one.pages} pages)") for key, one in self.documents.items()
        ]
        if len(self.documents) == 1:
            self.initial["document"] = next(iter(self.documents))

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        document = self.documents.get(typed.get("document", ""))
        if document is None or not typed.get("pages"):
            return typed
        try:
            self.chosen = pages_named(typed["pages"], of=document.pages or 0)
        except PagesUnclear as unclear:
            self.add_error("pages", str(unclear))
            return typed
        if not other_pages(self.chosen, of=document.pages or 0):
            self.add_error("pages", "These are all its pages. Leave some to this case.")
        return typed


def can_be_split(documents: Iterable[Document]) -> list[Document]:
    """Return the papers that could hold two requests: PDF files with more than one page."""
    return [
        one
        for one in documents
        if one.media_type == PDF and (one.pages or 0) > 1 and not one.is_held_back
    ]


@requires(Permission.REQUEST_KEY_IN)
@require_http_methods(["GET", "POST"])
@on_a_case
def split_page(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Choose the pages; the other request is keyed next. Nothing changes until it is sent."""
    case = request_for(request.actor, request_id)
    documents = can_be_split(papers_received(case.tenant_id, case.id))
    if State(case.state) not in OPEN or not documents:
        raise MoveNotAllowed("Only an open case with a PDF of several pages can be split.")
    form = SplitForm(request.POST if request.method == "POST" else None, documents=documents)
    if form.is_bound and form.is_valid():
        chosen = seal(case.id, UUID(form.cleaned_data["document"]), form.chosen, request.actor)
        return redirect(f"{reverse('staff:key_in')}?{urlencode({FIELD: chosen})}")
    context = {"case": case, "form": form, "documents": documents}
    return render(request, "staff_portal/prior_auth/split.html", context, status=form.status)
