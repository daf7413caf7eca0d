"""Everything the list page shows, put into words once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.safestring import SafeString

from openmso.care.case_management.worklist import CARE
from openmso.casework.appeals.worklist import APPEAL_REVIEW, APPEALS, TO_PAY
from openmso.casework.external_review.worklist import OUTSIDE_REVIEW
from openmso.casework.fast_track.worklist import CARE_ENDS
from openmso.casework.grievances.worklist import GRIEVANCES
from openmso.casework.inpatient.admissions.worklist import STAY_NURSE, STAY_PHYSICIAN
from openmso.casework.inpatient.post_stabilization.worklist import HOSPITAL_WAITS, ON_THE_PLAN
from openmso.casework.prior_auth.worklist import INTAKE, NURSE, PHYSICIAN
from openmso.channels.ui.presenters.worklist import ActiveFilter, Empty, KeyHint, Pages
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.office.on_call.worklist import ON_CALL
from openmso.office.worklists.queries import COUNT_CAP, Place, how_many_due, page_of
from openmso.roster.plans.queries import ipas_of

from .asked import ALL, URGENCIES, WHOSE, Asked
from .rows import rows_html

QUEUES = {
    INTAKE: "Intake",
    NURSE: "Nurse review",
    PHYSICIAN: "Physician review",
    HOSPITAL_WAITS: "Hospital waits",
    ON_THE_PLAN: "Plan responsible",
    OUTSIDE_REVIEW: "Outside reviews",
    APPEALS: "Appeals",
    APPEAL_REVIEW: "Appeal review",
    TO_PAY: "Payments ordered",
    GRIEVANCES: "Grievances",
    STAY_NURSE: "Hospital stays",
    STAY_PHYSICIAN: "Stays, physician",
    CARE_ENDS: "Care that ends",
    ON_CALL: "On call",
    CARE: "Case management",
}
_ONLY_FOR = {CARE: Permission.CARE_CASE_READ}
KEYS = (KeyHint(key="a", does="Take the case, or give it back"),)
_FIRST = UUID(int=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One link of a row of filters; the chosen one is marked."""

    label: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    label: str
    number: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    title: str
    queues: Sequence[Choice]
    whose: Sequence[Choice]
    urgencies: Sequence[Choice]
    ipas: Sequence[Choice]
    counters: Sequence[Counter]
    active: Sequence[ActiveFilter]
    rows: SafeString
    pages: Pages
    empty: Empty | None
    here: str
    keys: Sequence[KeyHint] = KEYS


def queues_of(viewer: Actor) -> dict[str, str]:
    """Return the queues that this person's work knows."""
    return {
        queue: name
        for queue, name in QUEUES.items()
        if queue not in _ONLY_FOR or viewer.may(_ONLY_FOR[queue])
    }


def list_page(asked: Asked, *, viewer: Actor, at: datetime) -> ListPage:
    """Read one page of a list for `viewer` as it stands at `at`. Three queries."""
    ipas = [
        ipa for ipa in ipas_of(viewer.tenant_id) if not viewer.ipa_ids or ipa.id in viewer.ipa_ids
    ]
    filters = asked.filters(viewer, ipas)
    found = page_of(viewer, asked.queue, filters, after=asked.after, before=asked.before)
    by_tonight, overdue = how_many_due(
        viewer, asked.queue, filters, by=_end_of_day(viewer.tenant_id, at), at=at
    )
    active = asked.active(ipas)
    return ListPage(
        title=QUEUES[asked.queue],
        queues=[
            Choice(label=name, href=Asked(queue=queue).href(), current=queue == asked.queue)
            for queue, name in queues_of(viewer).items()
        ],
        whose=_choices("whose", WHOSE, asked, none=ALL),
        urgencies=_choices("urgency", {"": "Any", **URGENCIES}, asked),
        ipas=_choices("ipa", {"": "All IPAs", **{ipa.key: ipa.name for ipa in ipas}}, asked)
        if len(ipas) > 1
        else (),
        counters=_counters(asked, overdue, by_tonight, at),
        active=active,
        rows=rows_html(
            found.rows, ipa_names={ipa.id: ipa.name for ipa in ipas}, viewer=viewer, at=at
        ),
        pages=Pages(
            shown=_shown(len(found.rows), asked),
            previous_href=_moved(asked, before=found.previous),
            next_href=_moved(asked, after=found.next),
        ),
        empty=None if found.rows else _empty(asked, active),
        here=asked.href(),
    )


def _choices(
    field: str, labels: dict[str, str], asked: Asked, *, none: str = ""
) -> tuple[Choice, ...]:
    chosen = getattr(asked, field)
    return tuple(
        Choice(
            label=label,
            href=asked.first_page(**{field: value}).href(),
            current=value == chosen or (not value and chosen == none),
        )
        for value, label in labels.items()
    )


def _counters(asked: Asked, overdue: int, by_tonight: int, at: datetime) -> tuple[Counter, ...]:
    """Each counter leads to the place in the list where its cases stand."""
    first = asked.first_page()
    from_now = Asked(
        queue=asked.queue,
        whose=asked.whose,
        ipa=asked.ipa,
        urgency=asked.urgency,
        after=Place(due_at=at, id=_FIRST),
    )
    today = min(by_tonight, COUNT_CAP + 1) - min(overdue, COUNT_CAP + 1)
    capped = by_tonight > COUNT_CAP
    return (
        Counter(label="Overdue", number=count_text(overdue), href=first.href()),
        Counter(
            label="Due today",
            number=count_text(COUNT_CAP + 1 if capped else today),
            href=from_now.href(),
        ),
    )


def count_text(count: int) -> str:
    """Write a capped count: "12", or "1,000+" when there are more than anyone counts."""
    return f"{COUNT_CAP:,}+" if count > COUNT_CAP else f"{count:,}"


def _shown(rows: int, asked: Asked) -> str:
    where = "" if asked.after or asked.before else "The most urgent "
    cases = "case" if rows == 1 else "cases"
    return f"{where}{rows} {cases}, by time left" if rows else ""


def _moved(asked: Asked, *, after: Place | None = None, before: Place | None = None) -> str:
    if after is None and before is None:
        return ""
    return Asked(
        queue=asked.queue,
        whose=asked.whose,
        ipa=asked.ipa,
        urgency=asked.urgency,
        after=after,
        before=before,
    ).href()


def _empty(asked: Asked, active: Sequence[ActiveFilter]) -> Empty:
    first = Asked(queue=asked.queue).href()
    if asked.after or asked.before:
        return Empty(sentence="Nothing from here on.", active=active, clear_href=first)
    if active:
        return Empty(sentence="No case fits these filters.", active=active, clear_href=first)
    return Empty(sentence=f"Nothing waits in {QUEUES[asked.queue].lower()}.")


def _end_of_day(tenant_id: UUID, at: datetime) -> datetime:
    """Return the first moment of the office's next day."""
    local = office_calendar(tenant_id).local(at)
    tomorrow = local.date() + timedelta(days=1)
    return datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=local.tzinfo)
