"""The letters: list, page, paper."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from openmso.office.documents.store import FileLost, read

from ..care_that_ends import my_endings
from ..pages import MemberRequest, member_page, page_language
from .reading import letter_on_paper, letter_to, my_letters, shown


@member_page
def letters(request: MemberRequest) -> HttpResponse:
    language = page_language()
    context = {
        "letters": my_letters(request.actor, language=language),
        "endings": my_endings(request.actor, language=language),
    }
    return render(request, "member_portal/letters.html", context)


@member_page
def letter(request: MemberRequest, letter_id: UUID) -> HttpResponse:
    found = letter_to(request.actor, letter_id)
    page = shown(found, request.actor, language=page_language())
    return render(request, "member_portal/letter.html", {"letter": page})


@member_page
def from_paper(request: MemberRequest, token: str) -> HttpResponse:
    """Lead from the short address on a paper letter to its page."""
    found = letter_on_paper(request.actor, token)
    return redirect("member:letter", found.id)


@member_page
def letter_pdf(request: MemberRequest, letter_id: UUID) -> HttpResponse:
    """Hand out the paper as it was printed; its name says nothing about a person."""
    found = letter_to(request.actor, letter_id)
    if found.document is None:
        raise Http404
    try:
        content = read(found.document.sha256)
    except FileLost:
        raise Http404 from None
    return HttpResponse(
        content,
        content_type=found.document.media_type,
        headers={"Content-Disposition": f'attachment; filename="letter-{found.id}.pdf"'},
    )
