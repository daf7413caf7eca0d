"""Builds the whole demo: two offices, their people, their law, their sign-ins, a year of cases."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from random import Random

from openmso.casework.prior_auth.jobs import due_now
from openmso.office.jobs.queue import enqueue, nothing_for_later

from .accounts import write_accounts
from .haste import not_waiting_for_the_disk
from .law.contact_lines import write_contact_lines
from .law.criteria import write_criteria
from .many_hands import share_out
from .office import open_arizona, open_los_angeles
from .population.written import DemoRoster
from .post_room import letters_in_the_tray, print_and_send
from .roster import SEED, build_az_roster, build_la_roster
from .year.calendar_of_the_year import Planned, arizona, los_angeles
from .year.desk import Desk
from .year.tell import CastStory, cast_all, tell

Progress = Callable[..., None]

PRINTED_AT_ONCE = timedelta(days=60)
PRINT_OLDER_LETTERS = "demo.print_older_letters"
_ARIZONA_SHARE = 10
_ARIZONA_AT_LEAST = 40


def build_office(members: int, at: datetime, progress: Progress, *, hands: int = 2) -> None:
    """Write the demo office into an empty database, with about `members` members.

    `at` is the demo's present: the year of cases ends there. The same `members` and `at` give the
    same people and stories (but other ids, numbers and codes). `progress(step, done, total)` is
    called at least once a second. `hands` processes share the work; 1 stays in this one and inside
    its transaction. Letters older than PRINTED_AT_ONCE are printed by a job once the office is
    open, dated to their own time.
    """
    with nothing_for_later(), not_waiting_for_the_disk():
        chance = Random(f"{SEED}:cases")
        main, other = open_los_angeles(), open_arizona()
        rosters = (
            build_la_roster(main, members=members, at=at, progress=progress),
            build_az_roster(
                other,
                members=max(_ARIZONA_AT_LEAST, members // _ARIZONA_SHARE),
                at=at,
                progress=progress,
            ),
        )
        progress("writing criteria, contact lines and sign-ins")
        stories = [
            *_cast(rosters[0], los_angeles(members, chance), chance, at),
            *_cast(rosters[1], arizona(), chance, at),
        ]
        share_out(stories, tell, hands=hands, step="a year of cases", progress=progress)
        for tenant in (main, other):
            due_now(at, tenant.id)
        share_out(
            letters_in_the_tray(since=at - PRINTED_AT_ONCE),
            partial(print_and_send, now=at),
            hands=hands,
            step="printing and sending letters",
            progress=progress,
        )
    enqueue(PRINT_OLDER_LETTERS)


def _cast(
    roster: DemoRoster, planned: list[Planned], chance: Random, at: datetime
) -> list[CastStory]:
    on = at.astimezone(roster.tenant.zone).date()
    write_contact_lines(roster.tenant, roster.plan_ids, on=on)
    write_criteria(roster.tenant, on=on)
    staff = write_accounts(roster, on=on, at=at)
    return cast_all(planned, Desk(roster=roster, staff=staff, now=at, chance=chance))
