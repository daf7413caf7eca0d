"""The letters a move obliges us to send, ordered in the same transaction as the move.

Each receiver's copy is told in that receiver's language; the gate decides how it travels.
"""

from collections.abc import Iterable
from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.letters.actions.order_letter import order_letter
from openmso.office.letters.letter import Kind, Reader

from ..domain.letters_owed import WITHOUT_COVERAGE, LetterOwed, Receiver
from ..models import AuthorizationRequest
from .fields import fields_for
from .occasion import Occasion


def order_letters(
    request: AuthorizationRequest,
    owed: Iterable[LetterOwed],
    *,
    by: Actor,
    at: datetime,
    told: Occasion | None = None,
) -> None:
    """Order every letter owed; `told` is what only this move knows.

    Without coverage no law says which letter is owed: only the answers that speak of it are told
    in writing, and the practice reads the others in its portal.
    """
    for letter in owed:
        if not request.line_of_business and letter.kind not in WITHOUT_COVERAGE:
            continue
        to_member = letter.to is Receiver.MEMBER
        language = request.member.language if to_member else "en"
        order_letter(
            request,
            kind=Kind(letter.kind),
            reader=Reader.MEMBER if to_member else Reader.PROVIDER,
            fields=fields_for(
                letter.kind, request, language=language, told=told or Occasion(), at=at
            ),
            about_member_id=request.member_id,
            receiver_id=request.member_id if to_member else request.practice_id,
            plan_id=request.plan_id,
            by=by,
            at=at,
        )
