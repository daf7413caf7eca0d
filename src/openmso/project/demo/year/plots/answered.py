"""Plots that end in an answer.

None of them decides anything itself: the actions do, and a plot that asks for what the law does
not allow fails while the demo is built.
"""

from ..steps.afterwards import time_runs_out
from ..steps.arrival import arrives
from ..steps.intake import is_withdrawn, messages, practice_sends_notes
from ..steps.nurse import nurse_approves, nurse_compares
from ..steps.physician import (
    physician_approves,
    physician_approves_part,
    physician_denies,
    physician_reads,
    talk_is_offered,
)
from ..story import Story
from .waiting import at_physician, extended, waiting_for_office


def approved_by_nurse(story: Story) -> None:
    arrives(story)
    nurse_compares(story)
    nurse_approves(story)


def approved_with_messages(story: Story) -> None:
    arrives(story)
    messages(
        story,
        "Is anything missing from us? The patient asked today.",
        "Nothing is missing. We will answer within the time on the case.",
        "Thank you.",
    )
    nurse_compares(story)
    nurse_approves(story)


def approved_by_rule(story: Story) -> None:
    arrives(story, answers=True)


def answered_at_once(story: Story) -> None:
    """Not needed, not eligible, or forwarded to the plan: the lists say which."""
    arrives(story)


def exempt(story: Story) -> None:
    arrives(story, emergency=True)


def approved_after_notes(story: Story) -> None:
    waiting_for_office(story)
    practice_sends_notes(story)
    nurse_compares(story)
    nurse_approves(story)


def approved_by_physician(story: Story) -> None:
    at_physician(story)
    physician = physician_reads(story)
    talk_is_offered(story, physician)
    physician_approves(story, physician)


def denied(story: Story) -> None:
    at_physician(story)
    physician_denies(story, physician_reads(story))


def denied_after_talk(story: Story) -> None:
    at_physician(story)
    physician = physician_reads(story)
    talk_is_offered(story, physician)
    physician_denies(story, physician)


def approved_in_part(story: Story) -> None:
    at_physician(story)
    physician = physician_reads(story)
    physician_approves_part(story, physician, story.ask.quantity * 2 // 3)


def extended_then_approved(story: Story) -> None:
    extended(story)
    nurse_compares(story)
    nurse_approves(story)


def withdrawn(story: Story) -> None:
    arrives(story)
    is_withdrawn(story)


def late_then_approved(story: Story) -> None:
    arrives(story)
    nurse_compares(story, only=1)
    time_runs_out(story)
    nurse_compares(story)
    nurse_approves(story)
