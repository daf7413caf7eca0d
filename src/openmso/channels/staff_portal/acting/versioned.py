"""Acts that send along which version of the case their page showed: nobody overtakes another."""

from typing import Any

from django import forms

from .act import Act, Case


class VersionedAct(Act[Case]):
    """An act that is refused when the case, which counts its versions, changed meanwhile."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        case: Any = self.case
        self.initial["version"] = case.version
