"""Builds the whole demo: two offices, their people, their law, their sign-ins, a year of cases."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from random import Random

from openmso.casework.prior_auth.jobs import due_now
from openmso.office.jobs.queue import enqueue, nothing_for_later
from openmso.office.tenants.whose_rows import of_every_office, of_tenant

from .accounts import write_accounts
from .appeals import write_appeals
from .care import write_care
from .care_that_ends import write_care_that_ends
from .grievances import write_grievances
from .haste import not_waiting_for_the_disk
from .invitations import write_invitations
from .law.contact_lines import write_contact_lines
from .law.criteria import write_criteria
from .law.official_wording import write_official_wording
from .law.organizations import write_organizations
from .mail_room import write_mail_room
from .many_hands import share_out
from .nights import write_nights
from .office import open_arizona, open_los_angeles
from .on_call import write_on_call
from .outside_reviews import write_outside_reviews
from .payment_appeals import write_payment_appeals
from .population.contracts import LA_OFFICE
from .population.written import DemoRoster
from .post_room import letters_in_the_tray, print_and_send
from .reports import write_reports
from .roster import SEED, build_az_roster, build_la_roster
from .stays import write_stays
from .year.calendar.arizona import arizona
from .year.calendar.los_angeles import los_angeles
from .year.calendar.planned import Planned
from .year.desk import Desk
from .year.tell import CastStory, cast_all, tell

Progress = Callable[..., None]

PRINTED_AT_ONCE = timedelta(days=60)
BEFORE_THE_YEAR = timedelta(days=400)
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
        main, other = open_los_angeles(at=at), open_arizona(at=at)
        with of_tenant(main.id):
            main_roster = build_la_roster(main, members=members, at=at, progress=progress)
        with of_tenant(other.id):
            other_members = max(_ARIZONA_AT_LEAST, members // _ARIZONA_SHARE)
            other_roster = build_az_roster(other, members=other_members, at=at, progress=progress)
        progress("writing criteria, contact lines and sign-ins")
        stories = [
            *_cast(main_roster, los_angeles(members, chance), chance, at),
            *_cast(other_roster, arizona(), chance, at),
        ]
        share_out(stories, tell, hands=hands, step="a year of cases", progress=progress)
        for tenant in (main, other):
            with of_tenant(tenant.id):
                due_now(at, tenant.id)
                write_appeals(tenant, at=at)
                write_payment_appeals(tenant, at=at)
                if tenant == main:
                    write_grievances(tenant, at=at)
                    write_outside_reviews(tenant, at=at)
                    write_care_that_ends(tenant, at=at)
                write_reports(tenant, at=at)
        with of_every_office("both have letters to print"):
            to_print = letters_in_the_tray(since=at - PRINTED_AT_ONCE)
        share_out(
            to_print,
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
    with of_tenant(roster.tenant.id):
        write_contact_lines(roster.tenant, roster.plan_ids, on=on, at=at)
        write_organizations(roster.tenant, on=on, at=at)
        write_criteria(roster.tenant, on=on, at=at)
        if roster.tenant.key == LA_OFFICE["key"]:
            write_official_wording(roster.tenant, on=on, at=at - BEFORE_THE_YEAR)
        staff = write_accounts(roster, on=on, at=at)
        write_invitations(staff, at=at)
        write_on_call(staff, roster.tenant, at=at)
        desk = Desk(roster=roster, staff=staff, now=at, chance=chance)
        if roster.tenant.key == LA_OFFICE["key"]:
            write_nights(desk)
            write_stays(desk)
            write_care(desk)
            write_mail_room(desk)
        return cast_all(planned, desk)
