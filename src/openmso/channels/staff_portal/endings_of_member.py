"""Announced ends of one member's care as lines of another page."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from openmso.casework.fast_track.domain.care import Care
from openmso.casework.fast_track.domain.states import State
from openmso.casework.fast_track.models import FastTrackCase
from openmso.channels.ui.presenters.care_that_ends import CARES, STATES
from openmso.channels.ui.presenters.status import StatusTag
from openmso.channels.ui.words_for_time import staff_date


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingLine:
    number: str
    care: str
    ends_on: str
    state: StatusTag
    href: str


def endings_in_short(cases: Iterable[FastTrackCase]) -> list[EndingLine]:
    """Return one line for each case, in the order given."""
    return [
        EndingLine(
            number=one.number,
            care=CARES[Care(one.care)],
            ends_on=staff_date(one.ends_on),
            state=STATES[State(one.state)],
            href=reverse("staff:fast_track_case", args=[one.id]),
        )
        for one in cases
    ]
