"""Plots with two requests: alike, joined, not duplicates, or both in one fax."""

from dataclasses import replace

from ... import cast
from ..steps.arrival import arrives
from ..steps.nurse import nurse_approves, nurse_compares
from ..steps.pairs import are_not_duplicates, is_joined_to, one_fax_with, twin_of
from ..story import Story
from ..wishes import wishes


def came_twice(story: Story) -> None:
    """The second one waits as a likely duplicate until somebody looks."""
    arrives(story)
    arrives(twin_of(story))


def came_twice_and_joined(story: Story) -> None:
    arrives(story)
    twin = twin_of(story)
    arrives(twin)
    is_joined_to(twin, story)
    nurse_compares(story)
    nurse_approves(story)


def for_either_knee(story: Story) -> None:
    """Two requests for a brace look alike, until somebody sees that one is for the other knee."""
    arrives(story)
    twin = twin_of(story, wish=wishes()["knee_brace_left"])
    arrives(twin)
    are_not_duplicates(twin, "One brace is for the right knee, the other one for the left.")


def two_in_one_fax(story: Story) -> None:
    """The practice faxed the papers of two members of a family as one file."""
    other = replace(
        story.ask,
        member=story.desk.roster.cast[cast.ANAHIT],
        wish=wishes()["glucose"],
        quantity=1,
    )
    one_fax_with(story, other)
