"""Registers "care case" so that lists, letters and pages below can find it."""

from openmso.office.timeline.case_kinds import CaseKind, register

CARE_CASE = "care_case"

register(CaseKind(key=CARE_CASE, label="Care case", page="staff:care_case"))
