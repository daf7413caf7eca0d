"""Files a person sends: how many, how large. What a file really is, its content tells elsewhere."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

MEGABYTE = 1024 * 1024


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class UploadField(forms.FileField):
    """One or more files; cleans to a list of them (empty when none was sent).

    `max_bytes` is for one file, `max_files` for the whole field. `accept` is a hint to the
    browser only.
    """

    def __init__(
        self, *, max_bytes: int, max_files: int = 1, accept: Sequence[str] = (), **kwargs: Any
    ) -> None:
        self.max_bytes = max_bytes
        self.max_files = max_files
        many = max_files > 1
        kwargs.setdefault("widget", FilesInput() if many else forms.FileInput())
        kwargs.setdefault("label", _("Files"))
        super().__init__(**kwargs)
        if many:
            self.widget.attrs["multiple"] = True
        if accept:
            self.widget.attrs["accept"] = ",".join(accept)

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[Any]]":
        sent = data if isinstance(data, (list, tuple)) else [data]
        files = [file for file in sent if file]
        if not files:
            if initial:
                return list(initial)
            if self.required:
                raise ValidationError(_("Choose a file."), code="required")
            return []
        if len(files) > self.max_files:
            raise ValidationError(
                _("You chose %(chosen)s files. We can take %(most)s at a time."),
                code="too_many",
                params={"chosen": len(files), "most": self.max_files},
            )
        mistakes = [mistake for file in files for mistake in self._mistakes_in(file)]
        if mistakes:
            raise ValidationError(mistakes)
        return files

    def _mistakes_in(self, file: "UploadedFile[Any]") -> list[ValidationError]:
        size = file.size or 0
        about = {"name": file.name, "size": _megabytes(size), "most": _megabytes(self.max_bytes)}
        if size == 0:
            return [ValidationError(_('"%(name)s" is empty. Choose it again.'), "empty", about)]
        if size > self.max_bytes:
            sentence = _(
                '"%(name)s" has %(size)s MB. The most we can take is %(most)s MB a file. '
                "Split it, or scan it again in black and white."
            )
            return [ValidationError(sentence, "too_large", about)]
        return []


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f}".removesuffix(".0")
