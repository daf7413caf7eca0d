"""The letters of the office in words: to whom, printed or not, with which proof, what is owed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.urls import reverse

from openmso.channels.ui.older_rows import written_after
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.actor import Actor
from openmso.office.letters.languages import name_of
from openmso.office.letters.letter_catalog import official_slots
from openmso.office.letters.models import OrderedLetter
from openmso.office.newest_first import Place, newest_first
from openmso.office.outbound.models import Dispatch
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.case_kinds import kind_of

from .cases import about_cases_of, with_case_number
from .readers import reader_word

ROWS = 25
WAITING, FAILED, OWED, ALL = "waiting", "failed", "owed", "all"
SHOWN = {
    ALL: "All",
    WAITING: "Not printed yet",
    FAILED: "Could not be printed",
    OWED: "Something is owed",
}
_FILTERS = {
    ALL: Q(),
    WAITING: Q(state=OrderedLetter.State.ORDERED),
    FAILED: Q(state=OrderedLetter.State.FAILED),
    OWED: ~Q(translation_owed="") | ~Q(format_owed="") | ~Q(official_missing=[]),
}
_TONES = {
    OrderedLetter.State.ORDERED: StatusTone.WAITING,
    OrderedLetter.State.PRINTED: StatusTone.GOOD,
    OrderedLetter.State.FAILED: StatusTone.STOP,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRow:
    """One letter; `notes` say what is owed or failed, `sendings` how it travelled."""

    href: str
    name: str
    case_number: str
    case_href: str
    to: str
    language: str
    ordered: str
    state: StatusTag
    notes: Sequence[str]
    sendings: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPage:
    rows: Sequence[LetterRow]
    next_after: str


def letter_rows(viewer: Actor, shown: str, *, after: Place | None) -> LetterPage:
    """Return one page of the office's letters, newest first. Two queries."""
    letters = OrderedLetter.objects.filter(_FILTERS[shown], tenant_id=viewer.tenant_id)
    if viewer.ipa_ids:
        letters = letters.filter(about_cases_of(viewer))
    named = with_case_number(letters.defer("content"), viewer)
    found = list(newest_first(named, "ordered_at", after=after)[: ROWS + 1])
    page = found[:ROWS]
    sent: dict[UUID, list[Dispatch]] = defaultdict(list)
    for dispatch in Dispatch.objects.filter(
        tenant_id=viewer.tenant_id, letter_id__in=[one.id for one in page]
    ).order_by("ordered_at", "id"):
        sent[dispatch.letter_id].append(dispatch)
    zone = tenant_by_id(viewer.tenant_id).zone
    more = len(found) > ROWS
    return LetterPage(
        rows=[_row(one, sent[one.id], zone) for one in page],
        next_after=written_after(page[-1].ordered_at, page[-1].id) if more else "",
    )


def notes_on(letter: OrderedLetter) -> list[str]:
    """Say what a person must still do for a letter."""
    return [
        *([f"Failed: {letter.problem}"] if letter.problem else []),
        *(
            [f"Translation owed: {name_of(letter.translation_owed)}"]
            if letter.translation_owed
            else []
        ),
        *([f"Format owed: {letter.format_owed.replace('_', ' ')}"] if letter.format_owed else []),
        *(
            f"Official wording missing: {official_slots()[slot].title['en']}"
            for slot in letter.official_missing
        ),
    ]


def sendings_of(dispatches: Iterable[Dispatch], zone: ZoneInfo) -> list[str]:
    """Say how a letter travelled, with its proof."""
    return [_sending(dispatch, zone) for dispatch in dispatches]


def state_of(letter: OrderedLetter) -> StatusTag:
    return StatusTag(letter.get_state_display(), _TONES[OrderedLetter.State(letter.state)])


def _row(letter: OrderedLetter, dispatches: Sequence[Dispatch], zone: ZoneInfo) -> LetterRow:
    return LetterRow(
        href=reverse("staff:letter", kwargs={"letter_id": letter.id}),
        name=letter.kind.replace("_", " ").capitalize(),
        case_number=vars(letter)["case_number"],
        case_href=reverse(kind_of(letter.case_kind).page, args=[letter.case_id]),
        to=reader_word(letter.reader),
        language=name_of(letter.language),
        ordered=staff_time(letter.ordered_at, zone),
        state=state_of(letter),
        notes=notes_on(letter),
        sendings=sendings_of(dispatches, zone),
    )


def _sending(dispatch: Dispatch, zone: ZoneInfo) -> str:
    way = dispatch.get_way_display()
    if dispatch.state == Dispatch.State.SENT and dispatch.sent_at is not None:
        return f"{way}: sent {staff_time(dispatch.sent_at, zone)}, proof {dispatch.proof}"
    if dispatch.state == Dispatch.State.FAILED:
        return f"{way}: could not be sent, {dispatch.problem}"
    return f"{way}: {dispatch.get_state_display().lower()}"
