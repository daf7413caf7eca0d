"""Registers "appeal" so that lists, letters and pages below can find it."""

from openmso.office.timeline.case_kinds import CaseKind, register

APPEAL = "appeal"

register(
    CaseKind(
        key=APPEAL,
        label="Appeal",
        page="staff:appeal",
        recompute="openmso.casework.appeals.what_if.recompute",
        replay="openmso.casework.appeals.replay.as_it_stood",
    ),
)
