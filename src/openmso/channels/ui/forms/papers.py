"""Papers that come with a form: which kinds we take, and a look into each one."""

from openmso.office.documents.inspection import FileRefused, Inspected
from openmso.office.documents.scanning import take

from .form import Form

PAPERS = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".txt")
"""The endings a browser offers; what a file really is, its content tells."""

_LONGEST_NAME = 120


def checked_papers(form: Form, field: str = "papers") -> list[tuple[str, Inspected]]:
    """Return name and content of each file that was sent and can be taken.

    For each one that cannot, a sentence is put beside the field. The form is valid.
    """
    found = []
    for upload in form.cleaned_data[field] or ():
        name = (upload.name or "file")[:_LONGEST_NAME]
        try:
            found.append((name, take(upload.read())))
        except FileRefused as refusal:
            form.add_error(field, f"“{name}”: {refusal}")
    return found
