"""Registers "fast track" so that lists, letters and pages below can find it."""

from openmso.office.timeline.case_kinds import CaseKind, register

FAST_TRACK = "fast_track"

register(
    CaseKind(
        key=FAST_TRACK,
        label="Care that ends",
        page="staff:fast_track_case",
        recompute="openmso.casework.fast_track.what_if.recompute",
        replay="openmso.casework.fast_track.replay.as_it_stood",
    ),
)
