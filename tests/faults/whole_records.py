"""What a stored request must have beside it, whatever was killed while it was written."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from django.db import connection
from django.test import override_settings

from openmso.casework.prior_auth.models import AuthorizationRequest, RequestedService
from openmso.office.documents.models import Document
from openmso.office.documents.store import FileLost, read
from openmso.office.letters.models import OrderedLetter
from openmso.office.timeline.models import CaseEvent, Deadline
from openmso.office.worklists.models import WorklistItem

_LINES = {
    "in_review": {
        "prior_auth.received",
        "prior_auth.coverage_checked",
        "prior_auth.review_started",
    },
    "not_needed": {"prior_auth.received", "prior_auth.coverage_checked", "prior_auth.not_needed"},
}


def missing_parts(tenant_id: UUID, files: Path) -> list[str]:
    """Return a sentence for every request of the office that is not whole."""
    of_office = {"tenant_id": tenant_id}
    services = _count(RequestedService.objects.filter(**of_office).values_list("request_id"))
    clocks = _count(
        Deadline.objects.filter(**of_office, purpose="decide", governs=True).values_list("case_id")
    )
    on_list = _count(WorklistItem.objects.filter(**of_office).values_list("case_id"))
    lines: dict[UUID, Counter[str]] = defaultdict(Counter)
    for case, name in CaseEvent.objects.filter(**of_office).values_list("case_id", "name"):
        lines[case][name] += 1
    letters = dict(OrderedLetter.objects.filter(**of_office).values_list("case_id", "id"))
    printing = _letters_with_a_job()
    found: list[str] = []
    for case, state, number in AuthorizationRequest.objects.filter(**of_office).values_list(
        "id", "state", "number"
    ):
        waits = state == "in_review"
        parts = {
            "one service": services[case] == 1,
            "one governing deadline": clocks[case] == 1,
            "its place on a list": on_list[case] == (1 if waits else 0),
            "each line of history once": all(lines[case][name] == 1 for name in _LINES[state]),
            "its letter and the order to print it": waits or str(letters.get(case)) in printing,
        }
        found += [f"{number} ({state}) lacks {part}" for part, there in parts.items() if not there]
    return found + _lost_files(tenant_id, files)


def _count(rows: Iterable[tuple[UUID]]) -> Counter[UUID]:
    return Counter(case for (case,) in rows)


def _letters_with_a_job() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT args ->> 'letter_id' FROM procrastinate_jobs WHERE task_name = 'letters.render'"
        )
        return {letter for (letter,) in cursor.fetchall()}


def _lost_files(tenant_id: UUID, files: Path) -> list[str]:
    found = []
    with override_settings(DATA_DIR=files):
        for paper, digest in Document.objects.filter(tenant_id=tenant_id).values_list(
            "id", "sha256"
        ):
            try:
                read(digest)
            except FileLost as lost:
                found.append(f"document {paper}: {lost}")
    return found
