"""What everybody must see first on a case, and where to go with it."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.urls import reverse

from openmso.casework.criteria.queries import serving
from openmso.casework.prior_auth.domain.states import OPEN, State
from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.channels.ui.presenters.deadline import rule_href
from openmso.channels.ui.words_for_time import staff_time
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar, rulebook
from openmso.rulebook.errors import UnknownRule

from ..case_file import CaseFile
from .states import SILENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Banner:
    """A thing everybody must see first. `tone` is "warning", "error" or "info"."""

    tone: str
    heading: str
    text: str
    link: str = ""
    href: str = ""


def case_banners(case: AuthorizationRequest, zone: ZoneInfo) -> list[Banner]:
    found = []
    if case.silence_at is not None:
        found.append(
            Banner(
                tone="error",
                heading=f"The time to decide ran out on {staff_time(case.silence_at, zone)}",
                text=" ".join(
                    filter(
                        None, (SILENCE.get(case.silence_means, ""), _citation(case.silence_rule))
                    )
                ),
                link="Read the rule" if case.silence_rule else "",
                href=rule_href(case.silence_rule),
            )
        )
    if case.joined_to is not None:
        found.append(
            Banner(
                tone="info",
                heading=f"This request was joined to {case.joined_to.number}",
                text="Everything goes on there.",
                link="Open it",
                href=_case_href(case.joined_to),
            )
        )
    elif case.likely_duplicate is not None and State(case.state) in OPEN:
        found.append(
            Banner(
                tone="warning",
                heading=f"This looks like {case.likely_duplicate.number}",
                text="Same member, same service, near dates. Compare the two, then join them or "
                "go on.",
                link="Compare side by side",
                href=reverse("staff:prior_auth_join", kwargs={"request_id": case.id}),
            )
        )
    if case.missing and State(case.state) in OPEN:
        found.append(
            Banner(
                tone="warning",
                heading="Something is missing",
                text=" ".join(one["sentence"] for one in case.missing)
                + " Ask the office for it; this is never a denial.",
            )
        )
    return found


def criteria_banners(file: CaseFile, viewer: Actor, *, at: datetime) -> list[Banner]:
    """Say that the case's edition of the criteria serves no longer, while that still matters."""
    case, on = file.request, office_calendar(viewer.tenant_id).local(at).date()
    now = serving(file.editions, on)
    if case.criteria_edition is None or State(case.state) not in OPEN:
        return []
    if now is not None and now.id == case.criteria_edition_id:
        return []
    may = now is not None and viewer.may(Permission.CRITERIA_REVIEW)
    return [
        Banner(
            tone="warning",
            heading=f"Edition {case.criteria_edition.edition} of the criteria no longer serves",
            text=f"In force is {now}. A denial needs the edition in force."
            if now
            else "No other edition serves today. Tell your supervisor.",
            link="Renew the criteria" if may else "",
            href=reverse("staff:prior_auth_renew_criteria", kwargs={"request_id": case.id})
            if may
            else "",
        )
    ]


def _citation(rule_id: str) -> str:
    try:
        return f"({rulebook().rule(rule_id).citation})" if rule_id else ""
    except UnknownRule:
        return ""


def _case_href(case: AuthorizationRequest) -> str:
    return reverse("staff:prior_auth_case", kwargs={"request_id": case.id})
