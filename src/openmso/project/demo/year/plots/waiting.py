"""Plots that leave their request on somebody's list. The name says whose."""

from ..steps.afterwards import time_runs_out
from ..steps.arrival import arrives
from ..steps.intake import messages, practice_is_asked
from ..steps.nurse import nurse_compares, nurse_sends_to_physician, time_is_extended
from ..steps.physician import physician_reads, talk_is_offered
from ..story import Story


def at_intake(story: Story) -> None:
    arrives(story, papers=False)


def waiting_for_office(story: Story) -> None:
    arrives(story, papers=False)
    practice_is_asked(story)


def at_nurse(story: Story) -> None:
    arrives(story)


def at_nurse_begun(story: Story) -> None:
    arrives(story)
    nurse_compares(story, only=2)


def at_nurse_with_message(story: Story) -> None:
    arrives(story)
    messages(story, "Please call us before you decide; the patient travels next week.")


def extended(story: Story) -> None:
    """More time is taken; the request stays on the nurses' list."""
    arrives(story)
    time_is_extended(
        story, "member_asks", "The member wants to see the specialist before we decide."
    )


def at_physician(story: Story) -> None:
    arrives(story, gap=True)
    nurse_compares(story, gap=True)
    nurse_sends_to_physician(story)


def at_physician_talk_offered(story: Story) -> None:
    at_physician(story)
    talk_is_offered(story, physician_reads(story), held=False)


def silence(story: Story) -> None:
    """Nobody answers in time: deemed granted, a notice, or the way to an appeal, as the law has
    it; where the law grants nothing the case waits on."""
    arrives(story)
    time_runs_out(story)
