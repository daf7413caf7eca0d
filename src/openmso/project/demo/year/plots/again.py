"""Plots in which something is taken up again: a decision, or the criteria of an open case."""

from ..steps.afterwards import is_reopened
from ..steps.arrival import arrives
from ..steps.intake import practice_sends_notes
from ..steps.nurse import criteria_are_renewed, nurse_compares
from ..steps.physician import physician_approves, physician_reads
from ..story import Story
from .answered import denied

_NEW_XRAY, _WORDS = "Report of the new X-ray", "Here is the report of the new X-ray."


def denied_and_reopened(story: Story) -> None:
    """Denied, and since yesterday open again with a clock of its own."""
    denied(story)
    is_reopened(story, lately=True)
    practice_sends_notes(story, title=_NEW_XRAY, words=_WORDS, minutes=(20, 120))


def denied_then_approved(story: Story) -> None:
    """Denied, opened again, and decided a second time."""
    denied(story)
    is_reopened(story)
    practice_sends_notes(story, title=_NEW_XRAY, words=_WORDS)
    physician_approves(story, physician_reads(story))


def criteria_superseded(story: Story) -> None:
    """A newer edition of the criteria has come into force while the nurse was at work."""
    arrives(story)
    nurse_compares(story, only=2)


def criteria_renewed(story: Story) -> None:
    """The same, and the nurse has let the case go over to the newer edition."""
    criteria_superseded(story)
    criteria_are_renewed(story)
