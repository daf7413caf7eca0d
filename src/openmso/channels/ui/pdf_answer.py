"""A PDF as an answer: always saved as a file, under a name that says nothing about a person."""

from django.http import HttpResponse

FORM_FILE = "authorization-request-form.pdf"


def pdf_answer(content: bytes, file_name: str) -> HttpResponse:
    """Return the PDF as a download."""
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{file_name}"'},
    )
