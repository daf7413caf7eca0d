"""The tables of prior authorization, by what they hold. Days named `until_on` are exclusive."""

from .decision import Decision
from .pairs import NotDuplicates
from .request import AuthorizationRequest
from .review import CriteriaFinding, RecordsOpened
from .ruling import CarriedOutRuling
from .services import RequestedService
from .talking import CaseMessage, InformationRequest, PeerToPeer

__all__ = [
    "AuthorizationRequest",
    "CarriedOutRuling",
    "CaseMessage",
    "CriteriaFinding",
    "Decision",
    "InformationRequest",
    "NotDuplicates",
    "PeerToPeer",
    "RecordsOpened",
    "RequestedService",
]
