"""Registers "prior authorization" so that lists, letters and pages below can find it."""

from openmso.office.timeline.case_kinds import CaseKind, register

PRIOR_AUTH = "prior_auth"

register(
    CaseKind(
        key=PRIOR_AUTH,
        label="Prior authorization",
        page="staff:prior_auth_case",
        recompute="openmso.casework.prior_auth.what_if.recompute",
        replay="openmso.casework.prior_auth.replay.as_it_stood",
    ),
)
