"""Registers "external review" so that lists, letters and pages below can find it."""

from openmso.office.timeline.case_kinds import CaseKind, register

EXTERNAL_REVIEW = "external_review"

register(
    CaseKind(
        key=EXTERNAL_REVIEW,
        label="Outside review",
        page="staff:external_review_case",
        recompute="openmso.casework.external_review.what_if.recompute",
        replay="openmso.casework.external_review.replay.as_it_stood",
    ),
)
