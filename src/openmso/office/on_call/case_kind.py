"""Registers pages and schedules so that lists below can find and open them."""

from openmso.office.timeline.case_kinds import CaseKind, register

from .models import PAGE, SCHEDULE

register(CaseKind(key=PAGE, label="Page", page="staff:on_call_page"))
register(CaseKind(key=SCHEDULE, label="Schedule of duty", page="staff:on_call_schedule"))
