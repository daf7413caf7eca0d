"""The form fields of the house: every mistake gets a sentence, nothing typed is lost."""

from .choices import Tile
from .code_combo import CodeField
from .dates import DateField, MemorableDateField
from .form import Form
from .npi import NpiField
from .phone import PhoneField
from .upload import UploadField

__all__ = [
    "CodeField",
    "DateField",
    "Form",
    "MemorableDateField",
    "NpiField",
    "PhoneField",
    "Tile",
    "UploadField",
]
