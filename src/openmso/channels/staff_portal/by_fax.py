"""The part of a hospital's form that is there when it is keyed from a fax of the mail room."""

from typing import Any

from django import forms

from openmso.channels.ui.forms import Form

from .paper_in_hand import PaperInHand


class ByFax(Form):
    """Starts with the fax's own time; `has_face_sheet` says whether its first file is one."""

    face_sheet_inside = forms.BooleanField(
        label="The face sheet is in the fax", required=False, initial=True
    )

    def __init__(self, data: Any = None, *, paper: PaperInHand | None = None, **more: Any) -> None:
        told = paper.typed_already() if paper else {}
        super().__init__(data, initial=more.pop("initial", {}) | told, **more)
        if paper is None:
            del self.fields["face_sheet_inside"]

    @property
    def has_face_sheet(self) -> bool:
        return bool(self.cleaned_data.get("face_sheet_inside"))
