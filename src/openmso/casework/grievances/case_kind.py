"""Registers "grievance" so that lists, letters and pages below can find it."""

from openmso.office.timeline.case_kinds import CaseKind, register

GRIEVANCE = "grievance"

register(
    CaseKind(
        key=GRIEVANCE,
        label="Grievance",
        page="staff:grievance",
        recompute="openmso.casework.grievances.what_if.recompute",
        replay="openmso.casework.grievances.replay.as_it_stood",
    ),
)
