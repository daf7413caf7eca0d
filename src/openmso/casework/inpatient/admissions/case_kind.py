"""Registers "admission" so that lists, letters and pages below can find it."""

from openmso.office.timeline.case_kinds import CaseKind, register

ADMISSION = "admission"

register(
    CaseKind(
        key=ADMISSION,
        label="Hospital stay",
        page="staff:admission",
        recompute="openmso.casework.inpatient.admissions.what_if.recompute",
        replay="openmso.casework.inpatient.admissions.replay.as_it_stood",
    ),
)
