"""Every address of the product with ids put into it: one's own, a neighbor's, a stranger's, none.

The list is the product's own route table. An address with a new kind of id fails here until it is
told what such an id is.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.urls import reverse

from hostile.two_offices import Corner, TwoOffices
from openmso.office.access.checks import all_pages
from openmso.office.access.pages import Rule
from openmso.office.access.roles import Role

_IN_PATTERN = re.compile(r"<(?:\w+:)?(\w+)>")
_NOBODY_S = UUID("00000000-dead-4bad-8bad-000000000000")


class Whose(StrEnum):
    OWN = "own"
    NEIGHBOR = "the same office's other practice's"
    FOREIGN = "another office's"
    ABSENT = "nobody's"


@dataclass(frozen=True, slots=True)
class Page:
    """One route: its name, its rule, and the names of what is put into its address."""

    name: str
    rule: Rule | None
    ids: tuple[str, ...]

    @property
    def guarded_ids(self) -> tuple[str, ...]:
        """The parts of the address that name something that belongs to somebody."""
        return tuple(name for name in self.ids if name in BELONGS)

    def address(self, values: dict[str, Any]) -> str:
        return reverse(self.name, kwargs={name: values[name] for name in self.ids})


def pages() -> tuple[Page, ...]:
    """Return every route of the product, each with the ids it takes."""
    return tuple(
        Page(name, rule, tuple(_IN_PATTERN.findall(pattern))) for pattern, name, rule in all_pages()
    )


def _letter(corner: Corner, role: Role | None) -> UUID:
    return corner.letters[
        "provider" if role in {Role.PRACTICE, Role.PRACTICE_MANAGER} else "member"
    ]


BELONGS: dict[str, Callable[[Corner, Role | None], Any]] = {
    "request_id": lambda corner, role: corner.open_case.id,
    "document_id": lambda corner, role: corner.document_id,
    "talk_id": lambda corner, role: corner.talk_id,
    "item_id": lambda corner, role: corner.item_id,
    "member_id": lambda corner, role: corner.world.member.id,
    "letter_id": _letter,
    "token": lambda corner, role: corner.letter_token,
    "number": lambda corner, role: corner.receipt,
    "job_id": lambda corner, role: corner.job_id,
    "account_id": lambda corner, role: corner.practice.id,
    "invitation_id": lambda corner, role: corner.invitation_id,
    "ipa_key": lambda corner, role: corner.world.ipa.key,
    "access_id": lambda corner, role: corner.emergencies.get(role, corner.emergency.id),
    "schedule_id": lambda corner, role: corner.duty.schedule_id,
    "shift_id": lambda corner, role: corner.duty.shift_id,
    "page_id": lambda corner, role: corner.duty.page_id,
    "call_id": lambda corner, role: corner.duty.call_id,
    "page_code": lambda corner, role: corner.duty.code,
    "use_id": lambda corner, role: corner.emergency.id,
    "case_id": lambda corner, role: corner.night.id,
    "paper_id": lambda corner, role: corner.night_paper_id,
    "receipt": lambda corner, role: corner.night.number,
    "review_id": lambda corner, role: corner.review.id,
    "review_paper_id": lambda corner, role: corner.review_paper_id,
    "review_document_id": lambda corner, role: corner.review_document_id,
    "appeal_id": lambda corner, role: corner.appeal.id,
    "appeal_paper_id": lambda corner, role: corner.appeal_paper_id,
    "grievance_id": lambda corner, role: corner.grievance.id,
    "admission_id": lambda corner, role: corner.stay.id,
    "ending_id": lambda corner, role: corner.ending.id,
    "stay_paper_id": lambda corner, role: corner.stay_paper_id,
    "stay_receipt": lambda corner, role: corner.stay.number,
    "move_id": lambda corner, role: corner.move_id,
    "hospital_id": lambda corner, role: corner.stay.hospital_id,
    "care_id": lambda corner, role: corner.care.case.id,
    "thing_id": lambda corner, role: corner.care.task_id,
    "run_id": lambda corner, role: corner.run.id,
    "incentive_id": lambda corner, role: corner.incentive_id,
    "mail_id": lambda corner, role: corner.mail_id,
    "mail_file_id": lambda corner, role: corner.mail_file_id,
}
_ABSENT = {
    "number": "ER-000000-000000",
    "receipt": "PS-000000-AAAAAA",
    "stay_receipt": "IP-000000-AAAAAA",
    "job_id": 2**40,
    "ipa_key": "no-such-ipa",
}
# What belongs to nobody: the same for all, or (pk) a device that nobody here has.
_FOR_ALL = {
    "queue": "nurse",
    "review_act": "contact",
    "grievance_act": "withdraw",
    "ending_act": "take-back",
    "code": "1",
    "rule_id": "od_standard",
    "act": "task",
    "ending": "task",
    "reference": "MN14-70001",
    "pk": 2**30,
    "key": "c2-set-password",
    "uidb36": "zz",
}


def values_for(offices: TwoOffices, role: Role | None, whose: Whose) -> dict[str, Any]:
    """Return a value for every name that stands in an address."""
    return _FOR_ALL | {name: _value(offices, role, whose, name) for name in BELONGS}


def _value(offices: TwoOffices, role: Role | None, whose: Whose, name: str) -> Any:
    if whose is Whose.ABSENT:
        return _ABSENT.get(name, _NOBODY_S)
    corner = {
        Whose.OWN: offices.ours,
        Whose.NEIGHBOR: offices.neighbor,
        Whose.FOREIGN: offices.theirs,
    }[whose]
    return BELONGS[name](corner, role)


def unknown_names(page: Page) -> list[str]:
    """Return the parts of an address that nobody has described above."""
    return [name for name in page.ids if name not in BELONGS and name not in _FOR_ALL]
