"""Two requests that look like one, and one fax that holds two."""

from dataclasses import replace
from datetime import timedelta

from openmso.casework.prior_auth.actions.join import join
from openmso.casework.prior_auth.actions.say_not_duplicates import say_not_duplicates
from openmso.casework.prior_auth.actions.split import split
from openmso.casework.prior_auth.domain.request import Channel

from ..desk import Ask
from ..story import Story
from ..wishes import Wish
from .arrival import arrives_with, form_of
from .notes import one_fax_of

_FAXED_AGAIN_AFTER = timedelta(minutes=95)


def twin_of(story: Story, *, wish: Wish | None = None) -> Story:
    """Return the same request by fax, an hour and a half later; it has not arrived yet.

    `wish` says what it asks for, where that is not quite the same.
    """
    twin = replace(
        story.ask,
        channel=Channel.FAX,
        received_at=story.ask.received_at + _FAXED_AGAIN_AFTER,
        wish=wish or story.ask.wish,
    )
    return Story(story.desk, twin, story.chance)


def is_joined_to(story: Story, other: Story) -> None:
    join(
        story.request.id,
        into_id=other.request.id,
        by=story.desk.intake(),
        at=story.later(10, 90),
    )
    other.at = story.at


def are_not_duplicates(story: Story, why: str) -> None:
    """Intake looks at the request and the one it looks like, and says that they are two."""
    say_not_duplicates(story.request.id, why=why, by=story.desk.intake(), at=story.later(10, 90))


def one_fax_with(story: Story, other: Ask) -> None:
    """One fax arrives with this request's pages and, behind them, those of `other`; intake makes
    two cases of it."""
    arrives_with(story, "Fax from the practice", one_fax_of(story.ask, other))
    fax, *_ = story.documents()
    split(
        story.request.id,
        document_id=fax.id,
        pages=_second_half(fax.pages or 0),
        other=form_of(other, story.chance),
        by=story.desk.intake(),
        at=story.later(5, 40),
    )


def _second_half(pages: int) -> list[int]:
    return list(range(pages // 2 + 1, pages + 1))
