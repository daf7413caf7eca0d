"""What the request would come to as it stands: shown beside the form while it is keyed."""

from collections.abc import Sequence
from dataclasses import dataclass

from openmso.casework.criteria.queries import NoEdition
from openmso.casework.prior_auth.domain.states import Move
from openmso.casework.prior_auth.preview import Draft, Preview, preview
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.tenants.queries import tenant_by_id
from openmso.roster.benefits.domain.authorization_list import ListAnswer
from openmso.roster.benefits.queries import services_named
from openmso.roster.plans.domain.delegation import DecidedBy

from .desk import ONE_DAY, Desk, any_drug
from .form import DIAGNOSES, EMERGENCY, MARKED, SUPPORTED

_FIRST: dict[Move, str] = {
    Move.FIND_NOT_NEEDED: "No authorization is needed on that day.",
    Move.FIND_EXEMPT: "Exempt: emergency care never needs approval before it is given.",
    Move.FIND_NOT_ELIGIBLE: "No coverage with us on the day of service.",
    Move.FORWARD: "The health plan decides this one itself.",
    Move.APPROVE: "Approved by rule the moment it is sent.",
    Move.START_REVIEW: "Complete: it goes to the nurses.",
}
_NEEDED = {
    ListAnswer.REQUIRED: "needs an authorization",
    ListAnswer.NOT_REQUIRED: "needs none",
    ListAnswer.PLAN_DECIDES: "the health plan decides",
    ListAnswer.NOT_LISTED: "stands on no list",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """`due` is when it must be decided, `twin` the number of a request that looks alike.

    `lines` say of each service whether it needs an authorization, when there are several.
    """

    words: str
    lines: Sequence[str] = ()
    missing: Sequence[str] = ()
    due: str = ""
    rule_id: str = ""
    twin: str = ""
    twin_id: str = ""


def weigh(desk: Desk, *, documents: int) -> Weighed:
    """Weigh what is keyed so far; the clock starts with the received time, not now."""
    typed = desk.form.cleaned_data
    codes, day = [code for _, code in desk.codes()], typed.get("service_from_on")
    if desk.member.id is None:
        return Weighed(words="Find the member first.")
    if not codes or day is None:
        return Weighed(words="Key the service code and the first day of service.")
    if desk.second is not None:
        documents += 1
    if desk.paper is not None:
        documents += desk.paper.files
    last_day = typed.get("service_until_on")
    known = services_named(codes)
    draft = Draft(
        member_id=desk.member.id,
        codes=codes,
        service_from_on=day,
        service_until_on=last_day + ONE_DAY if last_day else None,
        at=desk.form.received_at or desk.at,
        diagnoses=sum(1 for name in DIAGNOSES if typed.get(name)),
        documents=documents,
        clinical_summary=typed.get("clinical_summary") or "",
        urgent=typed.get("urgency") in {MARKED, SUPPORTED},
        emergency=typed.get("urgency") == EMERGENCY,
        is_drug=any_drug(known.values()),
    )
    try:
        return _words(preview(draft, viewer=desk.viewer), desk)
    except NoEdition as no_edition:
        return Weighed(words=f"It cannot be taken yet: {no_edition}. Tell your supervisor.")


def _words(found: Preview, desk: Desk) -> Weighed:
    move = found.first.move
    due = found.due
    zone = tenant_by_id(desk.viewer.tenant_id).zone
    return Weighed(
        words=_FIRST.get(move, found.first.why) if move else found.first.why,
        lines=_lines(found) if len(desk.codes()) > 1 else (),
        missing=[one.sentence for one in found.missing],
        due=staff_time(due.due_at, zone) if due else "",
        rule_id=due.rule.id if due else "",
        twin=found.twin.number if found.twin else "",
        twin_id=str(found.twin.id) if found.twin else "",
    )


def _lines(found: Preview) -> list[str]:
    standing = found.standing
    if standing.decided_by is DecidedBy.PLAN:
        return []
    return [f"{answer.code}: {_NEEDED[answer.answer]}" for answer in standing.answers]
