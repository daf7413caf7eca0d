"""The remedy router's answer as people read it, in the language of the page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from openmso.casework.remedies.answer import Remedy, Routed, Said
from openmso.casework.remedies.router import REVIEW
from openmso.casework.remedies.rows import OwedBy
from openmso.casework.remedies.states import State
from openmso.casework.remedies.words import Words
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import member_date


@dataclass(frozen=True, slots=True)
class OwedPapers:
    """The papers that one of the three must get or send."""

    who: str
    texts: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRemedy:
    """One way to go on. `source` is the citation; `checked` how surely we know it.

    `line` is the purpose of the contact line to show beside it, "" for none.
    """

    key: str
    name: str
    says: str
    who: str
    tag: StatusTag
    why: str
    opens_on: str
    last_day: str
    last_day_iso: str
    about_the_day: str
    ask: str
    warnings: Sequence[str]
    papers: Sequence[OwedPapers]
    line: str
    rule_id: str
    source: str
    checked: str
    working: Sequence[str]


def shown_remedies(routed: Routed) -> tuple[ShownRemedy, ...]:
    """Return what can be done now first; within that, in the order of the table."""
    return _ranked(routed.remedies, routed)


def shown_after_a_letter(routed: Routed) -> tuple[ShownRemedy, ...]:
    """Return the same beside a letter about a no, without what has a notice of its own."""
    return _ranked((one for one in routed.remedies if not one.row.own_paper), routed)


def in_page_language(words: Words | None) -> str:
    """Return the text in the language of the page, "" for none."""
    return words.in_language(_language()) if words else ""


def _ranked(remedies: Iterable[Remedy], routed: Routed) -> tuple[ShownRemedy, ...]:
    return tuple(_shown(remedy, routed) for remedy in sorted(remedies, key=_rank))


def _rank(remedy: Remedy) -> int:
    return _RANKS[State.PERSON if _worth_asking_now(remedy) else remedy.state]


def _worth_asking_now(remedy: Remedy) -> bool:
    """Tell whether review is only likely: the department says so, and it can be asked today."""
    return remedy.key == REVIEW and remedy.state is State.PREDICTED


def _shown(remedy: Remedy, routed: Routed) -> ShownRemedy:
    row = remedy.row
    return ShownRemedy(
        key=remedy.key,
        name=in_page_language(row.name),
        says=in_page_language(row.says),
        who=in_page_language(row.who),
        tag=_tag(remedy),
        why=_text(remedy.why),
        opens_on=member_date(remedy.opens_on, _language())
        if remedy.opens_on and remedy.state is State.NOT_YET
        else "",
        last_day=member_date(remedy.last_day, _language()) if remedy.last_day else "",
        last_day_iso=remedy.last_day.isoformat() if remedy.last_day else "",
        about_the_day=_text(remedy.about_the_day),
        ask=_text(remedy.ask),
        warnings=tuple(_text(warning) for warning in remedy.warnings),
        papers=_papers(remedy),
        line=row.line,
        rule_id=remedy.rule.id if remedy.rule else "",
        source=remedy.citation if remedy.verified != "house" else "",
        checked=_how_surely(remedy),
        working=remedy.working if remedy.last_day else (),
    )


def _papers(remedy: Remedy) -> tuple[OwedPapers, ...]:
    headings = {
        OwedBy.MEMBER: _("Papers you send"),
        OwedBy.DOCTOR: _("Papers your doctor writes"),
        OwedBy.PLAN: _("Papers your plan must send"),
    }
    found = []
    for by, heading in headings.items():
        owed = [one.paper for one in remedy.owed if one.paper.owed_by is by]
        found.append(OwedPapers(heading, [in_page_language(paper.says) for paper in owed]))
    return tuple(one for one in found if one.texts)


_RANKS = {
    State.OPEN: 0,
    State.PERSON: 1,
    State.NOT_YET: 2,
    State.PREDICTED: 3,
    State.CLOSED: 4,
}


def _tag(remedy: Remedy) -> StatusTag:
    if _worth_asking_now(remedy):
        return StatusTag(_("Ask now"), StatusTone.GOOD)
    if remedy.state is State.CLOSED:
        return StatusTag(_("Ask all the same") if remedy.ask else _("Not now"), StatusTone.QUIET)
    return {
        State.OPEN: StatusTag(_("Open now"), StatusTone.GOOD),
        State.PERSON: StatusTag(_("Let us look at it with you"), StatusTone.NEW),
        State.NOT_YET: StatusTag(_("Opens later"), StatusTone.WAITING),
        State.PREDICTED: StatusTag(_("Perhaps"), StatusTone.QUIET),
    }[remedy.state]


def _how_surely(remedy: Remedy) -> str:
    mark = remedy.verified.split(":")[0]
    return {
        "read": _("We read it there."),
        "secondary": _("Someone else wrote that it says so. We have not read it there."),
        "stale": _("We read an older text of it."),
        "known": _("Nobody here has read it there yet."),
        "seed": _("A public page says so. We have not read it there."),
    }.get(mark, "")


def _text(said: Said | None) -> str:
    if said is None:
        return ""
    days = {name: member_date(day, _language()) for name, day in said.days.items()}
    return said.words.in_language(_language(), **days)


def _language() -> str:
    return get_language() or "en"
