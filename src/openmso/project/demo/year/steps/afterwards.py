"""What comes when the time is over: silence, and a case that is opened again."""

from datetime import timedelta

from openmso.casework.prior_auth.actions.reopen import reopen
from openmso.casework.prior_auth.actions.run_out_of_time import run_out_of_time

from ..story import Story

_CLOCK_LOOKS_AFTER = timedelta(seconds=12)
_LATELY = timedelta(hours=27)


def time_runs_out(story: Story) -> None:
    """Nobody answers; the clock carries out what the law makes of it."""
    story.at = story.due_at + _CLOCK_LOOKS_AFTER
    run_out_of_time(story.request.id, by=story.desk.system("Clock"), at=story.at)


def is_reopened(story: Story, *, lately: bool = False) -> None:
    """The supervisor opens the case again: within two days, or, where `lately`, since yesterday."""
    if lately:
        story.at = max(story.at, story.hours.open_before(story.desk.now - _LATELY))
    reopen(
        story.request.id,
        why="The doctor sent a new X-ray.",
        by=story.desk.supervisor(),
        at=story.later(*((10, 90) if lately else (600, 2400))),
    )
    story.ask_the_clock_again()
