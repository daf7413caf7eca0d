"""Appeals to test with, made through the actions people use.

`make_appeal(world)` lets the member appeal a denied MRI; `with_reviewer(world, appeal)` gives it to
an independent physician who has opened every paper. `make_payment_appeal(world)` is about a claim.
"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from openmso.casework.appeals.actions.choose_reviewer import choose_reviewer
from openmso.casework.appeals.actions.file_appeal import file_appeal
from openmso.casework.appeals.actions.file_payment_appeal import file_payment_appeal
from openmso.casework.appeals.actions.open_paper import open_paper
from openmso.casework.appeals.domain.claim import Basis, Claim
from openmso.casework.appeals.domain.filing import Channel, Filing
from openmso.casework.appeals.domain.types import FiledBy
from openmso.casework.appeals.models import Appeal
from openmso.casework.appeals.queries import papers_of
from openmso.casework.appeals.upholding import Stands
from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office.access.actor import Actor
from openmso.office.access.roles import Role
from openmso.office.documents.inspection import inspect

from .access import make_account
from .decided import make_denied
from .decisions import DECIDED_AT
from .prior_auth import World

_serial = count(1)

FILED_AT = DECIDED_AT + timedelta(days=3)
ANSWERED_AT = FILED_AT + timedelta(days=2)
NEW_NOTE = ("new note.txt", inspect(b"The leg is weak since May; the picture was taken then."))
STANDS = Stands(
    ground=Ground.MEDICAL_APPROPRIATENESS,
    clinical_reason="No weakness of a leg is documented in the new note either.",
    plain_reason="The new note does not show a weak leg.",
    plain_reason_es="La nota nueva no muestra una pierna débil.",
)


def supervisor_of(world: World) -> Actor:
    return make_account(Role.SUPERVISOR, world.tenant).as_actor()


def a_filing(case: AuthorizationRequest, **given: Any) -> Filing:
    """The member's own words on a form of the office; name only what your test is about."""
    fields: dict[str, Any] = {
        "client_key": f"appeal-{next(_serial)}",
        "request_id": case.id,
        "channel": Channel.PHONE,
        "received_at": FILED_AT,
        "filed_by": FiledBy.MEMBER,
        "filed_by_name": "Mina Member",
        "words": "My leg is weak. I need this picture.",
    }
    return Filing(**(fields | given))


def make_appeal(
    world: World, case: AuthorizationRequest | None = None, *, papers: bool = True, **given: Any
) -> Appeal:
    """An appeal against a no; of a request that is denied for it unless `case` is given."""
    denied = case or make_denied(world)
    by = given.pop("by", None) or supervisor_of(world)
    filing = a_filing(denied, **given)
    return file_appeal(filing, files=(NEW_NOTE,) if papers else (), by=by, at=filing.received_at)


def another_physician(world: World, **given: Any) -> Actor:
    """A physician reviewer who had nothing to do with anything before."""
    fields: dict[str, Any] = {"name": "Ruth Reviewer"}
    return make_account(Role.PHYSICIAN, world.tenant, **(fields | given)).as_actor()


def with_reviewer(
    world: World, appeal: Appeal, physician: Actor | None = None, *, read: bool = True
) -> Actor:
    """Give the appeal to an independent physician, who opens the papers; return that person."""
    reviewer = physician or another_physician(world)
    if reviewer.id is None:
        raise ValueError("only a person reviews")
    choose_reviewer(appeal.id, reviewer_id=reviewer.id, by=supervisor_of(world), at=FILED_AT)
    if read:
        for paper in papers_of(appeal):
            open_paper(appeal.id, paper.id, by=reviewer, at=FILED_AT)
    appeal.refresh_from_db()
    return reviewer


def a_claim(world: World, **given: Any) -> Claim:
    """A claim for a night in the emergency room that was not paid."""
    fields: dict[str, Any] = {
        "member_id": world.member.id,
        "number": f"CL-{next(_serial)}",
        "served_on": date(2026, 9, 3),
        "amount": Decimal("1240.00"),
        "service": "Emergency room visit",
        "provider_name": "Seaside Emergency Group",
        "told_on": date(2026, 11, 2),
        "basis": Basis.EMERGENCY_PAYMENT,
    }
    return Claim(**(fields | given))


def make_payment_appeal(
    world: World, claim: Claim | None = None, *, papers: bool = True, **given: Any
) -> Appeal:
    """An appeal of the member about a claim that was not paid."""
    fields: dict[str, Any] = {
        "client_key": f"appeal-{next(_serial)}",
        "claim": claim or a_claim(world),
        "channel": Channel.MAIL,
        "received_at": FILED_AT,
        "filed_by": FiledBy.MEMBER,
        "filed_by_name": "Mina Member",
        "words": "It was an emergency. Please pay the hospital.",
    }
    by = given.pop("by", None) or supervisor_of(world)
    filing = Filing(**(fields | given))
    files = (NEW_NOTE,) if papers else ()
    return file_payment_appeal(filing, files=files, by=by, at=filing.received_at)


def stands_by(world: World) -> Stands:
    """The no about a claim that stands: the criteria are named by the signer."""
    return replace(STANDS, criteria_edition_id=world.edition.id)
