"""One request told to its member: where it stands, by when, what was decided and why, what next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from openmso.casework.appeals.appealable import can_be_appealed, may_be_filed
from openmso.casework.appeals.domain.states import OPEN as APPEAL_IS_OPEN
from openmso.casework.appeals.models import Appeal
from openmso.casework.appeals.queries import appeals_of_request
from openmso.casework.external_review.domain.forum import Forum
from openmso.casework.external_review.models import ExternalReview
from openmso.casework.external_review.prediction import ways_on_now
from openmso.casework.external_review.queries import reviews_of_request
from openmso.casework.prior_auth.domain.deadlines import DECIDE
from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.domain.request import AskedBy
from openmso.casework.prior_auth.domain.states import DECIDED, OPEN, State
from openmso.casework.prior_auth.domain.validity import ONE_DAY
from openmso.casework.prior_auth.letters.teller import Teller
from openmso.casework.prior_auth.models import AuthorizationRequest, Decision
from openmso.casework.prior_auth.queries import decisions_of, request_for
from openmso.casework.remedies.rows import Prediction
from openmso.channels.ui.presenters.facts import Fact, TimelineEntry
from openmso.channels.ui.presenters.remedies import ShownRemedy, shown_after_a_letter
from openmso.channels.ui.presenters.status import StatusTag
from openmso.channels.ui.words_for_time import member_date
from openmso.office.access.actor import Actor
from openmso.office.law import rulebook
from openmso.office.letters.fields import Service, worded_for
from openmso.office.letters.models import OrderedLetter
from openmso.office.letters.queries import letters_about
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.deadlines import of_case
from openmso.office.timeline.queries import history

from ..due_words import DueWords, due_words
from ..my_letters.reading import LetterLine, is_to, letter_line
from ..my_letters.remedies import Passages, what_you_can_do
from ..plain_words import plain_state
from .asked_since import AskedFor, asked_since
from .happened import story

_WITH_REMEDIES = frozenset(
    {"denial", "partial_approval", "silence_notice", "extension", "appeal_upheld"}
)
_WAY_TO: dict[str, str] = {
    Forum.IMR: "imr",
    Forum.STATE_HEARING: "state_hearing",
    Forum.MEDICARE_ENTITY: "medicare_independent_entity",
    Forum.COMPLAINT: "dmhc_complaint",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The reason in plain words and, one tap away, in the words of the profession.

    `try_first` is the treatment to try first, where that is the point; as its signer wrote it.
    Each `_lang` is empty where the passage is in the language of the page.
    """

    reason: str
    reason_lang: str
    meaning: str
    clinical: str
    clinical_lang: str
    rule_used: str
    try_first: str
    try_first_lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenToday:
    """What is open, not yet open or closed to the member on a day, as far as we know.

    `has_form`: Independent Medical Review is not for care of another program altogether."""

    day: str
    has_form: bool
    ways: Sequence[ShownRemedy]


@dataclass(frozen=True, slots=True, kw_only=True)
class MyRequest:
    id: UUID
    may_appeal: bool
    number: str
    title: str
    title_lang: str
    tag: StatusTag
    sentence: str
    due: DueWords | None
    facts: Sequence[Fact]
    approval: Sequence[Fact]
    why: Why | None
    can_do: Passages | None
    asked_since: Sequence[AskedFor]
    open_today: OpenToday | None
    story: Sequence[TimelineEntry]
    letters: Sequence[LetterLine]


def my_request(viewer: Actor, request_id: UUID, *, at: datetime, language: str) -> MyRequest:
    """Return one request of the viewer's own. Raises RequestNotFound. At most eight queries."""
    case = request_for(viewer, request_id)
    tenant = tenant_by_id(case.tenant_id)
    teller = Teller(case, language)
    told = teller.case()
    first, *more = told.services
    decisions = decisions_of(case) if case.state in DECIDED else []
    was_refused = can_be_appealed(case) or case.reopened_at is not None
    appeals = appeals_of_request(viewer, case.id) if was_refused else []
    reviews = reviews_of_request(viewer, case.id) if was_refused else []
    about = [case.id, *(one.id for one in appeals), *(one.id for one in reviews)]
    letters = [one for one in letters_about(case.tenant_id, about) if is_to(one, viewer)]
    state = plain_state(case.state)
    may_appeal = may_be_filed(case, appeals)
    by_member = case.asked_by == AskedBy.MEMBER
    asked_by = "" if by_member else f"{case.practitioner.full_name}, {case.practice.name}"
    return MyRequest(
        id=case.id,
        may_appeal=may_appeal,
        number=case.number,
        title=first.description.text,
        title_lang=first.description.foreign_on(language),
        tag=state.tag,
        sentence=str(state.sentence)
        if may_appeal or case.state != State.DENIED
        else _("We said no."),
        due=_due(case, at=at, time_zone=tenant.time_zone, language=language),
        facts=(
            *(_service(one, language) for one in (first, *more)),
            Fact(label=_("Asked by"), value=asked_by or _("You")),
            Fact(label=_("Day of care"), value=member_date(case.service_from_on, language)),
            Fact(label=_("Health plan"), value=told.plan_name or _("Not found")),
            Fact(label=_("Request number"), value=case.number),
        ),
        approval=_approval(case, teller, language),
        why=_why(decisions[0], language) if decisions and decisions[0].ground else None,
        can_do=_can_do(letters, language) if _letter_tells_it(case, appeals, reviews) else None,
        asked_since=asked_since(case.id, appeals, reviews, language=language),
        open_today=_open_today(case, decisions, appeals, reviews, at=at, language=language),
        story=story(
            history(case.tenant_id, case.id),
            zone=tenant.zone,
            asked_by=asked_by,
            language=language,
        ),
        letters=[letter_line(one, language=language) for one in reversed(letters)],
    )


def _service(one: Service, language: str) -> Fact:
    return Fact(
        label=_("What was asked"),
        value=one.description.text,
        below=one.units,
        lang=one.description.foreign_on(language),
    )


def _due(
    case: AuthorizationRequest, *, at: datetime, time_zone: str, language: str
) -> DueWords | None:
    if case.state not in OPEN:
        return None
    governing = [
        one
        for one in of_case(case.tenant_id, case.id)
        if one.purpose == DECIDE and one.governs and one.closed_at is None
    ]
    if not governing:
        return None
    rule = rulebook().rule(governing[0].rule_id)
    return due_words(governing[0], rule, at=at, time_zone=time_zone, language=language)


def _approval(case: AuthorizationRequest, teller: Teller, language: str) -> list[Fact]:
    if not case.authorization_number:
        return []
    if case.valid_from_on is None:
        return [Fact(label=_("Receipt number"), value=case.authorization_number)]
    given = teller.amounts("approved_quantity")
    why = case.validity_why_es if language == "es" else case.validity_why
    last = (
        member_date(case.valid_until_on - ONE_DAY, language)
        if case.valid_until_on
        else _("No set last day")
    )
    return [
        Fact(label=_("You can get"), value=given.text, lang=given.foreign_on(language)),
        Fact(label=_("Approval number"), value=case.authorization_number),
        Fact(label=_("First day"), value=member_date(case.valid_from_on, language)),
        Fact(label=_("Last day"), value=last, below=why),
    ]


def _why(decision: Decision, language: str) -> Why:
    reason = worded_for(decision.plain_reason, decision.plain_reason_es, language)
    clinical = worded_for(decision.clinical_reason, decision.clinical_reason_es, language)
    first = worded_for(decision.alternative, decision.alternative_es, language)
    medical = decision.ground == Ground.MEDICAL_APPROPRIATENESS
    edition, section = decision.criteria_edition, decision.benefit_section
    return Why(
        reason=reason.text,
        reason_lang=reason.foreign_on(language),
        meaning=_("“Not medically necessary” means: we think it is not right for you at this time.")
        if medical
        else _("“Not covered” means: your plan does not pay for this kind of care."),
        clinical=clinical.text,
        clinical_lang=clinical.foreign_on(language),
        try_first=first.text,
        try_first_lang=first.foreign_on(language),
        rule_used=(edition.title_es if language == "es" else edition.title) + f", {edition.edition}"
        if medical and edition
        else f"{section.section}, {section.year}"
        if section
        else "",
    )


def _open_today(
    case: AuthorizationRequest,
    decisions: Sequence[Decision],
    appeals: Sequence[Appeal],
    reviews: Sequence[ExternalReview],
    *,
    at: datetime,
    language: str,
) -> OpenToday | None:
    """Return what is open besides what was asked for."""
    routed = ways_on_now(case, decisions, appeals, reviews, at=at)
    if routed is None:
        return None
    asked = {_WAY_TO[one.forum] for one in reviews}
    ways = [one for one in shown_after_a_letter(routed) if one.key not in asked]
    has_form = routed.case.coverage.prediction is not Prediction.NO
    return OpenToday(day=member_date(routed.as_of, language), has_form=has_form, ways=ways)


def _letter_tells_it(
    case: AuthorizationRequest, appeals: Sequence[Appeal], reviews: Sequence[ExternalReview]
) -> bool:
    """Tell whether the newest letter still says what can be done, as nothing came after it."""
    waits = bool(appeals) and appeals[0].state in APPEAL_IS_OPEN
    return case.state != State.APPROVED and not waits and not reviews


def _can_do(letters: Sequence[OrderedLetter], language: str) -> Passages | None:
    """Read the newest letter that names remedies; what stands there counts."""
    newest = next((one for one in reversed(letters) if one.kind in _WITH_REMEDIES), None)
    return what_you_can_do(newest, language=language) if newest else None
