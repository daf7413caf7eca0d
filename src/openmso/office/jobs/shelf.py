"""Jobs that were tried to the end and failed: what an office administrator sees and tries again.

A job's arguments are ids, so the shelf shows nothing about a person. A job belongs to the office
named in its arguments; one that names none is the machinery's own and every office's to see.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max, Q
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

MOST_ROWS = 100


class NotOnTheShelf(LookupError):
    """There is no such failed job for this office: another one's, or it runs again already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StuckJob:
    """One failed job. `failed_at` is None when nobody noted the time."""

    id: int
    name: str
    tries: int
    failed_at: datetime | None


def stuck_jobs(tenant_id: UUID) -> list[StuckJob]:
    """Return failed jobs, the newest failure first. One query."""
    rows = (
        ProcrastinateJob.objects.filter(_of(tenant_id), status="failed")
        .annotate(failed_at=Max("procrastinateevent__at"))
        .order_by("-failed_at", "-id")
        .values("id", "task_name", "attempts", "failed_at")
    )
    return [
        StuckJob(
            id=row["id"],
            name=row["task_name"],
            tries=row["attempts"],
            failed_at=row["failed_at"],
        )
        for row in rows[:MOST_ROWS]
    ]


def try_again(tenant_id: UUID, job_id: int, *, at: datetime) -> str:
    """Put a failed job back into its queue and return its name. Raises NotOnTheShelf."""
    job = (
        ProcrastinateJob.objects.filter(_of(tenant_id), status="failed", id=job_id)
        .values("task_name")
        .first()
    )
    if job is None:
        raise NotOnTheShelf("This job is no longer on the shelf.")
    app.job_manager.retry_job_by_id(job_id=job_id, retry_at=at)
    return str(job["task_name"])


def _of(tenant_id: UUID) -> Q:
    return Q(args__tenant_id=str(tenant_id)) | Q(args__tenant_id=None)
