"""Between intake and the practice: what is missing, what is sent later, what is said."""

from openmso.casework.prior_auth.actions.add_information import add_information
from openmso.casework.prior_auth.actions.ask_for_information import ask_for_information
from openmso.casework.prior_auth.actions.withdraw import withdraw
from openmso.casework.prior_auth.actions.write_message import write_message

from ..story import Story
from .notes import notes_of

_MISSING_NOTES = "Clinical notes that show why the service is needed."


def practice_is_asked(story: Story) -> None:
    ask_for_information(
        story.request.id,
        missing=[_MISSING_NOTES],
        words="Please send the notes of the last two visits.",
        by=story.desk.intake(),
        at=story.later(20, 300),
    )


def practice_sends_notes(
    story: Story,
    *,
    title: str = "Notes sent later",
    words: str = "",
    minutes: tuple[int, int] = (120, 1500),
) -> None:
    """The practice sends its notes on the portal; `words` stand for the summary where given.

    `minutes` of office time pass before, at least and at most.
    """
    add_information(
        story.request.id,
        files=[(title, notes_of(story.ask))],
        words=words or story.ask.wish.summary,
        received_at=story.later(*minutes),
        source="portal",
        by=story.desk.practice(story.ask.doctor),
        at=story.at,
    )
    story.ask_the_clock_again()


def messages(story: Story, *texts: str) -> None:
    """Messages go to and fro, the practice's first."""
    for place, text in enumerate(texts):
        by = story.desk.practice(story.ask.doctor) if place % 2 == 0 else story.nurse()
        write_message(story.request.id, text=text, by=by, at=story.later(15, 90))


def is_withdrawn(story: Story) -> None:
    withdraw(
        story.request.id,
        asked_by="the doctor's office",
        why="The patient feels better.",
        by=story.desk.intake(),
        at=story.later(60, 1200),
    )
