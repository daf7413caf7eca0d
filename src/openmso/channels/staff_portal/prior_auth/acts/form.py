"""The form of one thing that a desk can do with a case, and the action it carries out."""

from abc import ABCMeta, abstractmethod
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.forms.forms import DeclarativeFieldsMetaclass

from openmso.casework.prior_auth.domain.states import OPEN, Move, State, moves_from
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.channels.ui.forms import Form
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission


class _ActMeta(ABCMeta, DeclarativeFieldsMetaclass):
    """Lets a form have a part that every act must bring itself."""


class ActForm(Form, metaclass=_ActMeta):
    """One thing that can be done with a case. `move` None: open in every open state."""

    permission: ClassVar[Permission]
    move: ClassVar[Move | None] = None
    title: ClassVar[str]
    button: ClassVar[str]

    def __init__(
        self,
        data: Any = None,
        *,
        case: AuthorizationRequest,
        by: Actor,
        at: datetime,
        **more: Any,
    ) -> None:
        self.case, self.by, self.at = case, by, at
        super().__init__(data, **more)
        self.fields["version"] = forms.IntegerField(
            widget=forms.HiddenInput, initial=case.version, required=False
        )

    @classmethod
    def is_open_for(cls, case: AuthorizationRequest) -> bool:
        """Tell whether the case's state allows it."""
        if cls.move is None:
            return State(case.state) in OPEN
        return cls.move in moves_from(State(case.state))

    @property
    def before(self) -> str:
        """What the person should know before doing it."""
        return ""

    @property
    def refusal(self) -> str:
        """Why it cannot be done at all on this case; empty when it can."""
        return ""

    @property
    def asks_for_attestation(self) -> bool:
        """Whether signing the attestation is what opens it."""
        return False

    @property
    def version(self) -> int | None:
        version: int | None = self.cleaned_data.get("version")
        return version

    @abstractmethod
    def carry_out(self, *, by: Actor, at: datetime) -> str:
        """Call the action; return the sentence that tells the person what happened."""
