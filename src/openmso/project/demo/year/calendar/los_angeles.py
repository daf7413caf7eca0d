"""The stories of the first office: the fixed ones, then ordinary ones to fill up the year."""

from random import Random

from . import every_answer, of_the_cast, open_cases, shown_once, taken_outside
from .ordinary_year import ordinary_stories
from .planned import Planned

CASES_AT_MOST = 400
MEMBERS_A_CASE = 6


def los_angeles(members: int, chance: Random) -> list[Planned]:
    """Return the stories of an office with so many members; the fixed ones come in any case."""
    fixed = [
        *of_the_cast.CLOSED,
        *every_answer.CLOSED,
        *taken_outside.CLOSED,
        *open_cases.OPEN,
        *shown_once.TWO_REQUESTS,
        *shown_once.TAKEN_UP_AGAIN,
    ]
    wanted = min(CASES_AT_MOST, members // MEMBERS_A_CASE)
    return [*fixed, *ordinary_stories(max(0, wanted - len(fixed)), chance)]
