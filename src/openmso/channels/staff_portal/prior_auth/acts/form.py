"""The form of one thing that a desk can do with a case, and the action it carries out."""

from typing import ClassVar

from openmso.casework.prior_auth.domain.states import OPEN, Move, State, moves_from
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.permissions import Permission

from ...acting.versioned import VersionedAct


class ActForm(VersionedAct[AuthorizationRequest]):
    """One thing that can be done with a case. `move` None: open in every open state.

    `asks_for_attestation` says that signing the attestation is what opens it.
    """

    back = "staff:prior_auth_case"
    permission: ClassVar[Permission]
    move: ClassVar[Move | None] = None
    asks_for_attestation: bool = False

    @classmethod
    def is_open_for(cls, case: AuthorizationRequest) -> bool:
        """Tell whether the case's state allows it."""
        if cls.move is None:
            return State(case.state) in OPEN
        return cls.move in moves_from(State(case.state))
