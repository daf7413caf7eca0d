"""Registers "post-stabilization" so that lists, letters and pages below can find it."""

from openmso.office.timeline.case_kinds import CaseKind, register

POST_STABILIZATION = "post_stabilization"

register(
    CaseKind(
        key=POST_STABILIZATION,
        label="Post-stabilization",
        page="staff:post_stabilization_case",
        recompute="openmso.casework.inpatient.post_stabilization.what_if.recompute",
        replay="openmso.casework.inpatient.post_stabilization.replay.as_it_stood",
    ),
)
