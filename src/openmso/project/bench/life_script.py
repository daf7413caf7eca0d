"""The whole life of one case as browsers live it: 1 create, 8 staff views, 1 decision, 10 polls."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from openmso.casework.prior_auth.worklist import NURSE

from .browser import Browser
from .lean_http import Answer
from .load import Check, is_page, went_on
from .practice_asks import PracticeAsks, was_received

POLLS_BEFORE, POLLS_AFTER = 4, 6
_REQUEST = re.compile(r"/requests/([0-9a-f-]{36})/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One request of the life: what kind, its bytes, what a good answer looks like."""

    kind: str
    ask: bytes
    good: Check


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeScript:
    practice: PracticeAsks
    nurse: Browser
    physician: Browser

    def create(self, n: int) -> Act:
        """The practice sends its request."""
        return Act(kind="create", ask=self.practice.create(0, n), good=was_received)

    def after_create(self, created: Answer, n: int) -> Iterator[Act]:
        """Everything that follows, once the request has a page."""
        found = _REQUEST.search(created.location)
        if found is None:
            return
        request_id = UUID(found[1])
        for _ in range(POLLS_BEFORE):
            yield self._poll(request_id, n)
        for address in self._nurse_views(request_id):
            yield Act(kind="staff_view", ask=self.nurse.get(address), good=is_page)
        for address in self._physician_views(request_id):
            yield Act(kind="staff_view", ask=self.physician.get(address), good=is_page)
        yield Act(
            kind="decision",
            ask=self.physician.post(_approve(request_id), {"version": ""}),
            good=went_on,
        )
        for _ in range(POLLS_AFTER):
            yield self._poll(request_id, n)

    def _poll(self, request_id: UUID, n: int) -> Act:
        # The create of turn n was sent by the same practice.
        visit = self.practice.visits[n % len(self.practice.visits)]
        return Act(kind="poll", ask=visit.browser.get(status_of(request_id)), good=is_page)

    def _nurse_views(self, request_id: UUID) -> tuple[str, ...]:
        return (worklist(), case(request_id), case(request_id), worklist(), case(request_id))

    def _physician_views(self, request_id: UUID) -> tuple[str, ...]:
        return (worklist(), case(request_id), _approve(request_id))


def worklist() -> str:
    return reverse("staff:worklist", kwargs={"queue": NURSE})


def case(request_id: UUID) -> str:
    return reverse("staff:prior_auth_case", kwargs={"request_id": request_id})


def status_of(request_id: UUID) -> str:
    return reverse("practice:request_status", kwargs={"request_id": request_id})


def _approve(request_id: UUID) -> str:
    return reverse("staff:prior_auth_approve", kwargs={"request_id": request_id})
