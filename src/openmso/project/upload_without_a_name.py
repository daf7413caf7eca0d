"""Keeps an upload on the disk, under no name, while its request runs.

Django's own handler gives the file a name in the machine's temporary folder; a process that is
killed meanwhile leaves it there, a patient's papers in the open. A file without a name is gone with
its process, and nobody else can open it.
"""

from tempfile import TemporaryFile
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class UploadWithoutAName(FileUploadHandler):
    """Django's handler for large files in everything but the name; it has no path to ask for."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        unnamed = TemporaryFile()  # noqa: SIM115, it is closed with its request
        about = (self.file_name, self.content_type, 0, self.charset, self.content_type_extra)
        self.file: UploadedFile[bytes] = UploadedFile(unnamed, *about)

    def receive_data_chunk(self, raw_data: bytes, _start: int) -> None:
        self.file.write(raw_data)

    def file_complete(self, file_size: int) -> "UploadedFile[bytes]":
        self.file.seek(0)
        self.file.size = file_size
        return self.file

    def upload_interrupted(self) -> None:
        if hasattr(self, "file"):
            self.file.close()
