"""How the letters of an appeal tell what it is about, who answers for it, and to whom they go."""

from datetime import datetime

from openmso.casework.prior_auth.domain.letters_owed import Receiver
from openmso.casework.prior_auth.letters.refusal import number_of_plan, who_answers
from openmso.casework.prior_auth.letters.teller import Teller
from openmso.office.access.actor import Actor
from openmso.office.letters import fields as f
from openmso.office.letters.actions.order_letter import order_letter
from openmso.office.letters.letter import Kind, Reader
from openmso.office.letters.letter_catalog import NotInCatalog, entry_for

from .claim_teller import ClaimTeller
from .domain.letters_owed import Step, letters_owed
from .models import Appeal

_DESK = "utilization_management"


def teller_of(appeal: Appeal) -> Teller | ClaimTeller:
    """Return who tells of it in the member's language: of the request, or of the claim."""
    language = appeal.member.language
    if appeal.payment is not None:
        return ClaimTeller(appeal.payment, language)
    return Teller(appeal.of_request(), language)


def professional_of(appeal: Appeal, name: str, *, language: str, at: datetime) -> f.Professional:
    """Return the signer `name`, or the desk when it is empty. Raises OccasionMissing."""
    phone = number_of_plan(appeal.tenant_id, appeal.plan_id, _DESK, at)
    return who_answers(name, ipa=appeal.ipa, phone=phone, language=language)


def tell(appeal: Appeal, step: Step, fields: f.Fields, *, by: Actor, at: datetime) -> None:
    """Order every letter that this step owes, with the same words for each receiver."""
    for owed in letters_owed(step, about_payment=appeal.about_payment):
        order(appeal, Kind(owed.kind), fields, to=owed.to, by=by, at=at)


def order(
    appeal: Appeal,
    kind: Kind,
    fields: f.Fields,
    *,
    to: Receiver = Receiver.MEMBER,
    by: Actor,
    at: datetime,
) -> None:
    """Order one letter; a line of business whose law is not written has none."""
    to_member = to is Receiver.MEMBER
    reader = Reader.MEMBER if to_member else Reader.PROVIDER
    try:
        entry_for(kind, reader, appeal.line_of_business)
    except NotInCatalog:
        return
    order_letter(
        appeal,
        kind=kind,
        reader=reader,
        fields=fields,
        about_member_id=appeal.member_id,
        receiver_id=appeal.member_id if to_member else appeal.of_request().practice_id,
        plan_id=appeal.plan_id,
        by=by,
        at=at,
    )
