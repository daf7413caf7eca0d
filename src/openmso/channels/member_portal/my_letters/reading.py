"""The letters to one member: which there are, in plain words, and what each of them says."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from openmso.care.case_management.case_kind import CARE_CASE
from openmso.casework.appeals.case_kind import APPEAL
from openmso.casework.appeals.queries import appeal_for
from openmso.casework.external_review.case_kind import EXTERNAL_REVIEW
from openmso.casework.fast_track.case_kind import FAST_TRACK
from openmso.casework.grievances.case_kind import GRIEVANCE
from openmso.casework.prior_auth.queries import visible
from openmso.channels.ui.words_for_time import member_date
from openmso.office.access.actor import Actor
from openmso.office.letters.composing import compose
from openmso.office.letters.frozen_order import thawed
from openmso.office.letters.html import letter_page
from openmso.office.letters.models import OrderedLetter
from openmso.office.letters.queries import letter_by_token, letter_called
from openmso.office.tenants.queries import tenant_by_id

_MEMBER = "member"
_MOST = 100
NAMES: dict[str, Promise] = {
    "approval": _("We said yes"),
    "partial_approval": _("We said yes to a part"),
    "denial": _("We said no"),
    "request_for_information": _("We asked for more papers"),
    "extension": _("We need more time"),
    "delay_notice": _("Our answer is late"),
    "silence_notice": _("We did not answer in time"),
    "withdrawal": _("The request was taken back"),
    "not_needed": _("You do not need our yes"),
    "not_eligible": _("We did not find your health plan"),
    "forwarded": _("Your health plan will decide"),
    "receipt": _("We got the request"),
    "care_plan": _("Your care plan"),
    "care_instructions": _("What to do now"),
    "review_papers": _("The papers we sent"),
    "discharge_reasons": _("Why you can leave the hospital"),
    "care_ends_reasons": _("Why your care can end"),
    "appeal_received": _("We look at it again"),
    "appeal_upheld": _("We looked again: still no"),
    "appeal_overturned": _("We looked again: now yes"),
    "appeal_extension": _("We need more time to look again"),
    "appeal_closed": _("We stopped looking again"),
    "appeal_not_fast": _("We answer in the normal time"),
    "payment_ordered": _("The bill gets paid"),
    "grievance_received": _("We got your concern"),
    "grievance_answered": _("Our answer to your concern"),
    "grievance_extension": _("We need more time for your concern"),
    "grievance_closed": _("Your concern was closed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    id: UUID
    name: str
    day: str
    printed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterShown:
    """`back` is the page of what the letter is about, and `back_words` its link."""

    line: LetterLine
    back: str
    back_words: str
    text: SafeString


def my_letters(viewer: Actor, *, language: str) -> list[LetterLine]:
    """Return the letters to this member, the newest first. One query."""
    rows = (
        OrderedLetter.objects.filter(
            Q(case_id__in=visible(viewer).values("id"))
            | Q(case_kind__in=(CARE_CASE, APPEAL, GRIEVANCE, EXTERNAL_REVIEW, FAST_TRACK)),
            Q(receiver_kind=_MEMBER, receiver_id=viewer.member_id),
            tenant_id=viewer.tenant_id,
        )
        .exclude(state=OrderedLetter.State.FAILED)
        .defer("content")
        .order_by("-ordered_at", "id")[:_MOST]
    )
    return [letter_line(row, language=language) for row in rows]


def letter_line(letter: OrderedLetter, *, language: str) -> LetterLine:
    """Name a letter and its day, in office time."""
    day = letter.ordered_at.astimezone(tenant_by_id(letter.tenant_id).zone).date()
    return LetterLine(
        id=letter.id,
        name=str(NAMES[letter.kind]),
        day=member_date(day, language),
        printed=letter.state == OrderedLetter.State.PRINTED,
    )


def _back(letter: OrderedLetter, viewer: Actor) -> tuple[str, str]:
    """Return the page of what the letter is about, and the words of its link."""
    if letter.case_kind == CARE_CASE:
        return reverse("member:care_plan"), _now("Back to my care plan")
    if letter.case_kind == EXTERNAL_REVIEW:
        return reverse("member:review", args=[letter.case_id]), _now("Back to the review")
    if letter.case_kind == FAST_TRACK:
        return reverse("member:letters"), _now("Back to my letters")
    if letter.case_kind == GRIEVANCE:
        return reverse("member:concerns"), _now("Back to what you told us")
    if letter.case_kind == APPEAL:
        about = appeal_for(viewer, letter.case_id).request_id
        if about is None:  # about a bill: it has no request, and no page of its own yet
            return reverse("member:letters"), _now("Back to my letters")
        return reverse("member:appeal", args=[about]), _now("Back to what you asked for")
    return reverse("member:request", args=[letter.case_id]), _now("Back to the request")


def is_to(letter: OrderedLetter, viewer: Actor) -> bool:
    """Tell whether this letter was written to the viewer and can be read."""
    return (
        letter.receiver_kind == _MEMBER
        and letter.receiver_id == viewer.member_id
        and letter.state != OrderedLetter.State.FAILED
    )


def letter_to(viewer: Actor, letter_id: UUID) -> OrderedLetter:
    """Return a letter to the viewer; any other one is not found."""
    try:
        letter = letter_called(letter_id, viewer=viewer)
    except OrderedLetter.DoesNotExist:
        raise Http404 from None
    if not is_to(letter, viewer):
        raise Http404
    return letter


def letter_on_paper(viewer: Actor, token: str) -> OrderedLetter:
    """Return the letter to the viewer whose paper carries `token`; any other one is not found."""
    try:
        letter = letter_by_token(token, viewer=viewer)
    except OrderedLetter.DoesNotExist:
        raise Http404 from None
    if not is_to(letter, viewer):
        raise Http404
    return letter


def shown(letter: OrderedLetter, viewer: Actor, *, language: str) -> LetterShown:
    """Return the letter as a page: what was ordered, word for word as on paper."""
    back, back_words = _back(letter, viewer)
    return LetterShown(
        line=letter_line(letter, language=language),
        back=back,
        back_words=back_words,
        text=letter_page(compose(thawed(letter.content)), heading_level=1),
    )
