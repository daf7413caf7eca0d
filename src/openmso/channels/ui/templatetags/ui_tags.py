"""Words and small parts for templates: dates, phone numbers, deadlines, icons, error lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from itertools import groupby
from operator import attrgetter
from typing import Any
from zoneinfo import ZoneInfo

import segno
from django import template
from django.forms import BaseForm, BoundField
from django.template import Context
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from openmso.channels.ui import words_for_time
from openmso.channels.ui.frame import Frame
from openmso.channels.ui.presenters.deadline import DeadlineBadge, DeadlineFacts
from openmso.channels.ui.presenters.deadline import deadline_badge as present_deadline
from openmso.channels.ui.presenters.facts import Crumb, Fact
from openmso.channels.ui.presenters.line_of_business import line_in_words
from openmso.channels.ui.words_for_numbers import dial_link

register = template.Library()
register.filter("line_in_words", line_in_words)

SPRITE = "vendor/uswds/img/sprite.svg"
_PLAIN_PAIR = '\n<div class="facts__pair"><dt>{}</dt><dd>{}{}</dd></div>'
_BELOW = '<br><span class="quiet">{}</span>'


@dataclass(frozen=True, slots=True)
class ErrorLine:
    message: str
    target: str


@register.simple_tag
def error_lines(form: BaseForm) -> Sequence[ErrorLine]:
    """Return every mistake of a form with the id of the field to look at."""
    if not form.is_bound:
        return ()
    lines = [ErrorLine(str(message), "") for message in form.non_field_errors()]
    for field in form:
        about = "" if field.is_hidden else _named(str(field.label))
        lines += [ErrorLine(f"{about}{text}", _target(field)) for text in field.errors]
    return lines


@register.filter
def summary_id(form: BaseForm) -> str:
    """Return the id of the error summary's heading."""
    return f"{form.prefix}-error-summary" if form.prefix else "error-summary"


@register.filter
def is_optional(field: BoundField) -> bool:
    return not field.field.required and not field.field.disabled


@register.simple_tag(takes_context=True)
def staff_time(context: Context, moment: datetime, zone: ZoneInfo | None = None) -> str:
    """Write a moment for staff, in the given zone or the office's own."""
    return words_for_time.staff_time(moment, zone or _frame(context).zone)


@register.simple_tag
def fact_pairs(facts: Iterable[Fact]) -> SafeString:
    """Draw labels with their values. Most are plain text and drawn here: every page has a dozen."""
    runs = (_pairs(run, plain=plain) for plain, run in groupby(facts, attrgetter("is_plain")))
    return format_html_join("", "{}", ((run,) for run in runs))


def _pairs(facts: Iterable[Fact], *, plain: bool) -> SafeString:
    if plain:
        return SafeString("".join(map(_plain_pair, facts)))  # nosec B308 B703
    drawn = ((render_to_string("ui/_fact.html", {"fact": fact}),) for fact in facts)
    return format_html_join("", "{}", drawn)


def _plain_pair(fact: Fact) -> str:
    below = _BELOW.format(_as_html(fact.below)) if fact.below else ""
    return _PLAIN_PAIR.format(_as_html(fact.label), _as_html(fact.value), below)


def _as_html(text: str) -> str:
    """Escape a text, as `format_html` does at three times the cost; HTML stays as it is."""
    return text if isinstance(text, SafeString) else escape(text)


@register.filter
def staff_date(day: date) -> str:
    return words_for_time.staff_date(day)


@register.filter
def member_date(day: date) -> str:
    """Write a day for a member, in the language of the page."""
    return words_for_time.member_date(day, translation.get_language() or "en")


@register.simple_tag
def phone(voice: str, tty: str = "") -> SafeString:
    """Write a number as a link people can dial, its text telephone beside it when there is one."""
    if not tty:
        return dial_link(voice)
    return format_html('{} <span class="tty">(TTY: {})</span>', dial_link(voice), dial_link(tty))


@register.inclusion_tag("ui/_deadline_badge.html", takes_context=True)
def deadline_badge(context: Context, deadline: DeadlineBadge | DeadlineFacts) -> dict[str, Any]:
    """Show a due date; facts are presented as of the moment the request arrived."""
    if isinstance(deadline, DeadlineBadge):
        return {"badge": deadline}
    around = _frame(context)
    if around.arrived_at is None:
        raise ValueError("deadline facts need the moment of the request; hand over a DeadlineBadge")
    return {"badge": present_deadline(deadline, at=around.arrived_at, zone=around.zone)}


@register.inclusion_tag("ui/_status_tag.html")
def status_tag(tag: object) -> dict[str, Any]:
    return {"tag": tag}


@register.inclusion_tag("ui/_icon.html")
def icon(name: str) -> dict[str, Any]:
    """Draw an icon of the design system; the words beside it carry the meaning."""
    return {"name": name, "sprite": SPRITE}


@register.inclusion_tag("ui/_breadcrumbs.html")
def breadcrumbs(*parts: str) -> dict[str, Any]:
    """Draw the path to this page: label, URL name, label, URL name, ..., label of this page."""
    trail = [
        Crumb(label=label, href=reverse(url_name))
        for label, url_name in zip(parts[:-1:2], parts[1::2], strict=True)
    ]
    return {"trail": [*trail, Crumb(label=parts[-1])]}


@register.inclusion_tag("ui/_outside_link.html")
def outside_link(address: str, label: str) -> dict[str, Any]:
    """Link to another site by way of the page that says so."""
    return {"address": address, "label": label}


@register.simple_tag
def qr_picture(text: str, title: str) -> SafeString:
    """Draw a QR code as part of the page: the content policy allows no data address."""
    # Drawn by the library from our own text; nothing of it is typed by anybody.
    drawing = SafeString(segno.make(text, error="m").svg_inline(scale=5, lineclass=None))  # nosec B703
    return format_html('<div class="qr" role="img" aria-label="{}">{}</div>', title, drawing)


def _target(field: BoundField) -> str:
    if field.is_hidden:
        return ""
    return f"{field.auto_id}_0" if field.use_fieldset else field.id_for_label


def _named(label: str) -> str:
    return f"{label} " if label.endswith(("?", ".", ":")) else f"{label}: "


def _frame(context: Context) -> Frame:
    around = context.get("frame")
    if not isinstance(around, Frame):
        raise TypeError("this page has no frame: render it with its request")
    return around
