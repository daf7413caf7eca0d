"""One row of a list as HTML, put together once: a list is the page everybody opens all day."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from html import escape
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.templatetags.static import static
from django.utils.safestring import SafeString

from openmso.care.case_management.worklist import OWN_DAY
from openmso.casework.inpatient.admissions.case_kind import ADMISSION
from openmso.casework.prior_auth.domain.request import Urgency
from openmso.channels.ui.addresses import address_of
from openmso.channels.ui.presenters.deadline import DeadlineFacts, deadline_badge
from openmso.channels.ui.presenters.line_of_business import line_in_words
from openmso.channels.ui.words_for_time import staff_date, staff_time
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import rulebook
from openmso.office.on_call.models import PAGE
from openmso.office.tenants.queries import tenant_by_id
from openmso.office.timeline.case_kinds import kind_of
from openmso.rulebook.errors import UnknownRule

_ROW = (
    '<tr id="row-{uid}" data-row><th scope="row"><a class="worklist__link" href="{href}"'
    ' data-row-link>{number}</a><span class="below">{member}</span></th>'
    '<td>{deadline}</td><td>{service}<span class="below">{line}</span></td>'
    '<td>{urgency}</td><td>{received}<span class="below">{note}</span></td>'
    '<td>{who}</td><td class="worklist__acts">{act}</td></tr>'
)
_DEADLINE = (
    '<details class="deadline deadline--{tone}" data-closes-outside>'
    '<summary class="deadline__summary"><svg class="usa-icon" aria-hidden="true"'
    ' focusable="false"><use href="{sprite}#{icon}"></use></svg>'
    '<time class="deadline__words" datetime="{iso}">{words}</time>'
    '<span class="deadline__left"> · {left}</span></summary>'
    '<div class="deadline__why"><p class="deadline__question">Decide by {full}</p>'
    '<p>Rule <a class="usa-link" href="{rule_href}">{rule}</a>: {citation}</p>'
    '<p><a class="usa-link" href="{case_href}#clock">How it was worked out</a></p></div></details>'
)
_NO_RULE = (
    '<span class="status status--stop"><svg class="usa-icon" aria-hidden="true" focusable="false">'
    '<use href="{sprite}#error"></use></svg>No due time: set it</span>'
)
_AT_ONCE = (
    '<span class="status status--stop"><svg class="usa-icon" aria-hidden="true" focusable="false">'
    '<use href="{sprite}#error"></use></svg>At once</span>'
)
_OWN_DAY = (
    '<span class="status status--{tone}"><svg class="usa-icon" aria-hidden="true"'
    ' focusable="false"><use href="{sprite}#{icon}"></use></svg>'
    '<time datetime="{iso}">{words}</time></span>'
)
_REVIEW = (
    '<span class="status status--{tone}"><svg class="usa-icon" aria-hidden="true"'
    ' focusable="false"><use href="{sprite}#{icon}"></use></svg>Review by {day}</span>'
)
_EXPEDITED = '<span class="status status--stop">Expedited</span>'
_STANDARD = '<span class="status status--quiet">Standard</span>'
_ACT = (
    '<button class="act" id="take-{uid}" type="submit" formaction="{href}" data-key="a"'
    ' hx-post="{href}" hx-target="closest tr" hx-swap="outerHTML">{label}'
    '<span class="usa-sr-only"> {number}</span></button>'
)


def row_html(
    row: Mapping[str, Any], *, ipa_names: Mapping[UUID, str], viewer: Actor, at: datetime
) -> SafeString:
    """Return one table row; `row` holds the columns of a list page, `at` decides what is late."""
    return rows_html([row], ipa_names=ipa_names, viewer=viewer, at=at)


def rows_html(
    rows: Sequence[Mapping[str, Any]],
    *,
    ipa_names: Mapping[UUID, str],
    viewer: Actor,
    at: datetime,
) -> SafeString:
    """Return all rows of a page, one after another."""
    zone = tenant_by_id(viewer.tenant_id).zone
    # Put together by hand, because it is done 25 times a page: whatever people wrote is escaped
    # in `_row`, everything else is a number, a date or our own word.
    rows_together = "".join(_row(row, ipa_names, viewer, at, zone) for row in rows)
    return SafeString(rows_together)  # nosec B703


def _row(
    row: Mapping[str, Any],
    ipa_names: Mapping[UUID, str],
    viewer: Actor,
    at: datetime,
    zone: ZoneInfo,
) -> str:
    href = address_of(kind_of(row["case_kind"]).page, row["case_id"])
    line = line_in_words(row["line_of_business"])
    covered_by = " · ".join(filter(None, (line, ipa_names.get(row["ipa_id"], ""))))
    return _ROW.format(
        uid=row["id"],
        href=href,
        number=escape(row["case_number"]),
        member=escape(row["member_name"]),
        service=escape(row["service"]),
        line=escape(covered_by),
        urgency=_EXPEDITED if row["urgency"] == Urgency.EXPEDITED else _STANDARD,
        deadline=_deadline(row, href, at, zone),
        received=staff_time(row["received_at"], zone),
        note=escape(row["note"]),
        who=escape(row["assignee_name"] or "Nobody"),
        act=_act(row, viewer),
    )


def _deadline(row: Mapping[str, Any], href: str, at: datetime, zone: ZoneInfo) -> str:
    if row["case_kind"] == PAGE:
        return _AT_ONCE.format(sprite=_sprite())
    if row["due_rule"] == OWN_DAY:
        return _own_day(row, at, zone)
    if row["case_kind"] == ADMISSION:
        return _review(row, at, zone)
    rule_id = row["due_rule"]
    citation = _citation(rule_id)
    if not citation:
        return _NO_RULE.format(sprite=_sprite())
    facts = DeadlineFacts(
        uid="", question="", due_at=row["due_at"], rule_id=rule_id, citation=citation
    )
    badge = deadline_badge(facts, at=at, zone=zone)
    return _DEADLINE.format(
        tone=badge.tone,
        sprite=_sprite(),
        icon=badge.icon,
        iso=badge.due_iso,
        words=badge.words,
        left=badge.left,
        full=badge.due_full,
        rule=escape(rule_id),
        rule_href=badge.rule_href,
        citation=escape(citation),
        case_href=href,
    )


def _own_day(row: Mapping[str, Any], at: datetime, zone: ZoneInfo) -> str:
    due_at: datetime = row["due_at"]
    tone, icon = ("stop", "error") if due_at < at else ("quiet", "event")
    return _OWN_DAY.format(
        tone=tone,
        sprite=_sprite(),
        icon=icon,
        iso=due_at.isoformat(),
        words=staff_time(due_at, zone),
    )


def _review(row: Mapping[str, Any], at: datetime, zone: ZoneInfo) -> str:
    """Say when a stay is looked at next: a day of our own, of which no law speaks."""
    due_at: datetime = row["due_at"]
    late = due_at < at
    return _REVIEW.format(
        tone="stop" if late else "waiting",
        sprite=_sprite(),
        icon="error" if late else "hourglass_empty",
        day=staff_date(due_at.astimezone(zone).date()),
    )


def _act(row: Mapping[str, Any], viewer: Actor) -> str:
    """Offer what this person may do: take a free case, give back their own (or, as a supervisor,
    anybody's). Whoever has a day of their own hands the case over on its own page."""
    if row["due_rule"] == OWN_DAY:
        return ""
    if row["assignee_id"] is None:
        name, label = "staff:take", "Take"
    elif row["assignee_id"] == viewer.id or viewer.may(Permission.WORKLIST_ASSIGN):
        name, label = "staff:give_back", "Give back"
    else:
        return ""
    href = address_of(name, row["id"])
    number = escape(row["case_number"])
    return _ACT.format(uid=row["id"], href=href, label=label, number=number)


@cache
def _citation(rule_id: str) -> str:
    try:
        return rulebook().rule(rule_id).citation
    except UnknownRule:
        return ""


@cache
def _sprite() -> str:
    return static("vendor/uswds/img/sprite.svg")
