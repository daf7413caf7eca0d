"""The calculator of one rule: what happened, typed into boxes, and the due time with every line."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _

from openmso.channels.ui.forms import DateField, Form
from openmso.channels.ui.forms.times import TimeField
from openmso.channels.ui.words_for_time import staff_time
from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.circumstances import Circumstances, Pause
from openmso.rulebook.errors import NotPausable
from openmso.rulebook.vocabulary import MOMENTS
from openmso.rulebook.worked import Happened, Worked, work_out
from openmso.standards.calendars import HolidaysUnknown, OfficeCalendar
from openmso.standards.calendars.counting import DateOutOfReach

from .example import example_moment
from .names import time_zones, zone_name

_NO_TIME = time(0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A due time as the page shows it; `working` is English, in the time of `zone`."""

    started_at: datetime
    due: str
    due_iso: str
    working: tuple[str, ...]
    zone: str


class CalculatorForm(Form):
    """Asks only for what this rule needs, in the language of the page; bound when there is `data`.

    `office` counts in the office's own zone at first.
    """

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        rule: Answer,
        book: Rulebook,
        office: OfficeCalendar,
    ) -> None:
        super().__init__(
            data,
            auto_id="when_%s",
            initial={"zone": office.time_zone.key},
            fields=_fields(rule, office),
        )
        self.rule, self.book, self.office = rule, book, office
        self.result: Result | None = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self._ask_for_the_other_half(cleaned)
        if not self.errors:
            self._work_out(cleaned)
        return cleaned

    def _ask_for_the_other_half(self, cleaned: Mapping[str, Any]) -> None:
        for day, clock in (
            ("received", "received_at"),
            ("paused", "paused_at"),
            ("went_on", "went_on_at"),
        ):
            if cleaned.get(clock) and not cleaned.get(day) and day not in self.errors:
                self.add_error(day, _("Write the date too."))
        for one, other in (("paused", "went_on"), ("went_on", "paused")):
            if (
                cleaned.get(one)
                and other in self.fields
                and not cleaned.get(other)
                and other not in self.errors
            ):
                self.add_error(other, _("Write both: when it stopped and when it went on."))

    def _work_out(self, cleaned: Mapping[str, Any]) -> None:
        office = replace(self.office, time_zone=ZoneInfo(cleaned["zone"]))
        try:
            happened = _happened(self.rule, cleaned)
            self.result = result_of(work_out(self.rule, happened, self.book, office), office)
        except HolidaysUnknown:
            self.add_error(
                "on",
                _("The holidays of that year are not known: business days cannot be counted."),
            )
        except (DateOutOfReach, OverflowError):
            self.add_error("on", _("This date is too far away to count from."))
        except NotPausable:
            self.add_error(
                "paused",
                _(
                    "The clock cannot have stood still like that: it stops while it runs, and no "
                    "longer than the rule allows."
                ),
            )


def asked(rule: Answer, data: Mapping[str, Any]) -> bool:
    """Tell whether the address asks for a due time."""
    return rule.has_arithmetic and ("on" in data or "at" in data)


def worked_example(
    rule: Answer, book: Rulebook, office: OfficeCalendar, *, extended: bool
) -> Result | None:
    """Count from the day of the examples; None where that year's holidays are not known."""
    start = example_moment(rule)
    happened = Happened(at=start, extended=extended)
    if rule.receipt_presumed_after is not None:
        happened = Happened(notice_dated=start.date(), extended=extended)
    try:
        return result_of(work_out(rule, happened, book, office), office)
    except (HolidaysUnknown, DateOutOfReach):
        return None


def result_of(worked: Worked, office: OfficeCalendar) -> Result:
    """Present a due time on the clock of `office`."""
    due = worked.due_at
    return Result(
        started_at=worked.started_at,
        due=staff_time(due, office.time_zone) if due else "",
        due_iso=office.local(due).isoformat() if due else "",
        working=worked.working,
        zone=zone_name(office.time_zone.key),
    )


def _happened(rule: Answer, typed: Mapping[str, Any]) -> Happened:
    presumed = rule.receipt_presumed_after is not None
    pauses: tuple[Pause, ...] = ()
    if typed.get("paused"):
        began, ended = _moment(typed, "paused"), _moment(typed, "went_on")
        if began is None or ended is None or ended < began:
            raise NotPausable(rule.id)
        pauses = (Pause(began, ended),)
    return Happened(
        at=None if presumed else datetime.combine(typed["on"], typed["at"]),
        notice_dated=typed["on"] if presumed else None,
        besides=Circumstances(
            receipt_proven_at=_moment(typed, "received"),
            later_moment=_moment(typed, "later"),
            pauses=pauses,
        ),
        extended=bool(typed.get("extended")),
    )


def _moment(typed: Mapping[str, Any], name: str) -> datetime | None:
    day: date | None = typed.get(name)
    return datetime.combine(day, typed.get(f"{name}_at") or _NO_TIME) if day else None


def _fields(rule: Answer, office: OfficeCalendar) -> dict[str, forms.Field]:
    presumed = rule.receipt_presumed_after is not None
    on = DateField(
        label=_("Date of the notice") if presumed else _("Date of the event"),
        help_text=_("For example: 11/20/2026"),
    )
    fields: dict[str, forms.Field] = {"on": on}
    if not presumed:
        fields["at"] = TimeField(label=_("Time of day"), help_text=_("For example: 4:45 PM"))
    fields["zone"] = forms.ChoiceField(label=_("Time zone"), choices=_zones(office))
    if presumed or rule.value_from_proven_receipt is not None:
        fields["received"] = DateField(
            label=_("Date of a later receipt that is proven"), required=False
        )
        fields["received_at"] = TimeField(label=_("Time of that receipt"), required=False)
    if rule.or_later is not None:
        fields["later"] = DateField(
            label=_("The other date that counts"), help_text=MOMENTS[rule.or_later], required=False
        )
    if rule.may_pause is not None:
        fields["paused"] = DateField(label=_("Date on which the clock stopped"), required=False)
        fields["paused_at"] = TimeField(label=_("Time of that"), required=False)
        fields["went_on"] = DateField(label=_("Date on which it went on"), required=False)
        fields["went_on_at"] = TimeField(label=_("Time of going on"), required=False)
    if rule.extension is not None:
        fields["extended"] = forms.BooleanField(
            label=_("The extension was taken (%(span)s)") % {"span": rule.extension}, required=False
        )
    return fields


def _zones(office: OfficeCalendar) -> list[tuple[str, str]]:
    own = office.time_zone.key
    names = time_zones() if own in time_zones() else (own, *time_zones())
    return [(zone, zone_name(zone)) for zone in names]
