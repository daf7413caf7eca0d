"""What this person can do with this case now, at one place of its page."""

from dataclasses import dataclass

from openmso.casework.appeals.appealable import can_be_appealed
from openmso.casework.prior_auth.domain.states import OPEN, Move, State, moves_from
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.channels.ui.addresses import address_of
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission

from ..case_file import CaseFile
from ..two_requests.splitting import can_be_split
from .approve import Approve
from .ask_for_information import AskForInformation
from .extend import Extend
from .form import ActForm
from .not_duplicates import DuplicatesAfterAll, NotDuplicates, says_not_a_duplicate
from .reopen import Reopen
from .send_to_physician import SendToPhysician
from .set_urgency import SetUrgency
from .start_review import StartReview
from .withdraw import Withdraw


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A link to a page, or (`post`) a button that does it at once. `why_not` replaces both."""

    label: str
    href: str = ""
    post: bool = False
    main: bool = False
    why_not: str = ""


_PAGES: tuple[tuple[type[ActForm], str], ...] = (
    (StartReview, "staff:prior_auth_start_review"),
    (SendToPhysician, "staff:prior_auth_send_to_physician"),
    (AskForInformation, "staff:prior_auth_ask"),
    (Extend, "staff:prior_auth_extend"),
    (SetUrgency, "staff:prior_auth_set_urgency"),
    (Withdraw, "staff:prior_auth_withdraw"),
    (Reopen, "staff:prior_auth_reopen"),
)


def acts_for(file: CaseFile, viewer: Actor) -> list[Act]:
    """Return the acts in the order of the desk: what moves the case on stands first."""
    case = file.request
    first = [*_decide(case, viewer), *_approve(file, viewer)]
    pages = [
        Act(label=form.title, href=_href(name, case), main=form in {StartReview, Reopen})
        for form, name in _PAGES
        if viewer.may(form.permission) and form.is_open_for(case)
    ]
    more = [
        *_papers(case, viewer),
        *_split(file, viewer),
        *_join(case, viewer),
        *_twins(file, viewer),
    ]
    return [*first, *_appeal(case, viewer), *pages, *more, *_talk(case, viewer)]


def _decide(case: AuthorizationRequest, viewer: Actor) -> list[Act]:
    if not viewer.may(Permission.PRIOR_AUTH_DENY) or case.state != State.WITH_PHYSICIAN:
        return []
    return [Act(label="Decide this case", href=_href("staff:prior_auth_decide", case), main=True)]


def _approve(file: CaseFile, viewer: Actor) -> list[Act]:
    case = file.request
    if not viewer.may(Permission.PRIOR_AUTH_APPROVE) or not Approve.is_open_for(case):
        return []
    if file.unmet and not viewer.may(Permission.PRIOR_AUTH_DENY):
        points = ", ".join(file.unmet)
        return [
            Act(
                label="Approve",
                why_not=f"Approve opens when every point is met. Still open: {points}.",
            )
        ]
    if case.state == State.WITH_PHYSICIAN and viewer.may(Permission.PRIOR_AUTH_DENY):
        return []  # on the physician's own page
    return [
        Act(
            label="Approve",
            href=_href("staff:prior_auth_approve", case),
            post=case.criteria_edition_id is not None,
            main=True,
        )
    ]


def _appeal(case: AuthorizationRequest, viewer: Actor) -> list[Act]:
    if not viewer.may(Permission.APPEAL_FILE) or not can_be_appealed(case):
        return []
    return [Act(label="File an appeal against this", href=_href("staff:appeal_file", case))]


def _papers(case: AuthorizationRequest, viewer: Actor) -> list[Act]:
    if not viewer.may(Permission.REQUEST_KEY_IN):
        return []
    if Move.ADD_INFORMATION not in moves_from(State(case.state)):
        return []
    return [Act(label="Add papers that arrived", href=_href("staff:prior_auth_add", case))]


def _split(file: CaseFile, viewer: Actor) -> list[Act]:
    case = file.request
    if not viewer.may(Permission.REQUEST_KEY_IN) or State(case.state) not in OPEN:
        return []
    if not can_be_split(file.documents):
        return []
    return [Act(label="Split: it holds two requests", href=_href("staff:prior_auth_split", case))]


def _join(case: AuthorizationRequest, viewer: Actor) -> list[Act]:
    if not viewer.may(Permission.REQUEST_KEY_IN) or State(case.state) not in OPEN:
        return []
    return [Act(label="Join with another request", href=_href("staff:prior_auth_join", case))]


def _twins(file: CaseFile, viewer: Actor) -> list[Act]:
    case = file.request
    if not viewer.may(NotDuplicates.permission):
        return []
    found = []
    if NotDuplicates.is_open_for(case):
        href = _href("staff:prior_auth_not_duplicates", case)
        found.append(Act(label=NotDuplicates.title, href=href))
    if says_not_a_duplicate(file.history):
        href = _href("staff:prior_auth_duplicates_after_all", case)
        found.append(Act(label=DuplicatesAfterAll.title, href=href))
    return found


def _talk(case: AuthorizationRequest, viewer: Actor) -> list[Act]:
    if not viewer.may(Permission.PEER_TO_PEER) or State(case.state) not in OPEN:
        return []
    return [Act(label="Offer the doctor a talk", href=_href("staff:prior_auth_talk", case))]


def _href(name: str, case: AuthorizationRequest) -> str:
    return address_of(name, case.id)
