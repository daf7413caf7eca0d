"""An office ready to be measured: two sizes of it served, everybody signed in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from django.db import connections
from django.db.models import F

from openmso.casework.prior_auth.worklist import NURSE
from openmso.office import clock
from openmso.office.tenants.whose_rows import of_every_office, of_tenant
from openmso.office.worklists.models import WorklistItem
from openmso.project import embedded_postgres, schema
from openmso.project.progress import Progress

from .browser import Browser, signed_in
from .decision_asks import DecisionAsks, decision_asks
from .hospital_asks import HospitalAsks, hospital_asks
from .model_case import receive_model_case
from .open_cases import fill_queue
from .practice_asks import PracticeAsks, visits
from .processor_time import ProcessorClock, children_of, memory_mb
from .sample_office import SampleOffice, build_sample_office
from .throwaway_office import Served, ThrowawayOffice
from .worklist_asks import WorklistAsks

LARGE_DATABASE = "openmso_large"
_SESSIONS = 8
_DEEP = (0.3, 0.7)  # of the small list


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Open cases in the two offices that are compared."""

    small: int
    large: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Everything a step needs. All steps but the comparison of lists ask the large office."""

    office: ThrowawayOffice
    sizes: Sizes
    small: Served
    large: Served
    worker: Served
    practice: PracticeAsks
    hospital: HospitalAsks
    decisions: DecisionAsks
    lists: WorklistAsks
    physician: Browser

    @property
    def database_url(self) -> str:
        """For counting from outside: signed in as a role from which no row is hidden."""
        return self.office.url_of(LARGE_DATABASE, superuser=True)

    def clock(self, web: Served | None = None) -> ProcessorClock:
        """A clock for the processes that serve one of the offices, the large one by default."""
        return ProcessorClock(
            {
                "web": (web or self.large).pid,
                "database": self.office.database_pid,
                "jobs": self.worker.pid,
            }
        )

    def worker_memory_mb(self) -> dict[str, float]:
        """Return the memory of the largest web worker of the large office."""
        workers = (memory_mb(pid) for pid in children_of(self.large.pid))
        return max(workers, key=lambda memory: memory["resident"])


@contextmanager
def prepared(office: ThrowawayOffice, sizes: Sizes, *, progress: Progress) -> Iterator[Prepared]:
    """Build, fill and serve both sizes."""
    progress("making the tables")
    schema.migrate(verbosity=0)
    at = clock.now()
    with of_every_office("the office to be measured is made here"):
        sample = build_sample_office(at=at, progress=progress)
        on = at.astimezone(sample.tenant.zone).date()
        practice = PracticeAsks(visits=visits(sample, at=at), codes=sample.codes, on=on)
        nurses = tuple(signed_in(sample.nurse) for _ in range(_SESSIONS))
        physician = signed_in(sample.physician)
        hospital = hospital_asks(sample, at=at)
        progress("loading decisions of independent reviewers")
        decisions = decision_asks(sample, decisions=sizes.large, at=at)
        _fill(office, sample, sizes, on=on, progress=progress)
    with of_tenant(sample.tenant.id):
        deep = _deep_places(sizes.small)
    lists = WorklistAsks(nurses=nurses, ipa=next(iter(sample.roster.ipa_ids)), deep=deep)
    connections.close_all()
    progress("starting the web servers and the worker")
    yield Prepared(
        office=office,
        sizes=sizes,
        small=office.serve(embedded_postgres.DATABASE),
        large=office.serve(LARGE_DATABASE),
        worker=office.work(LARGE_DATABASE),
        practice=practice,
        hospital=hospital,
        decisions=decisions,
        lists=lists,
        physician=physician,
    )


def _fill(
    office: ThrowawayOffice, sample: SampleOffice, sizes: Sizes, *, on: date, progress: Progress
) -> None:
    """Fill the small office, copy it whole, and fill the copy up to the large one."""
    at = clock.now()
    # Copies were received before the model case, so that their clocks began before they end.
    model_case = receive_model_case(sample, on=on, at=at - timedelta(minutes=1))
    fill = partial(fill_queue, office=sample, model_case=model_case, at=at, progress=progress)
    small = office.url_of(embedded_postgres.DATABASE, superuser=True)
    fill(small, first=0, until=sizes.small)
    connections.close_all()
    office.copy_database(embedded_postgres.DATABASE, LARGE_DATABASE)
    large = office.url_of(LARGE_DATABASE, superuser=True)
    with of_every_office("the connection was closed for the copy and begins with nobody's rows"):
        fill(large, first=sizes.small, until=sizes.large)


def _deep_places(cases: int) -> tuple[str, ...]:
    """Return the address parts of places far down the list; they hold in both offices."""
    items = WorklistItem.objects.filter(queue=NURSE, closed_at=None).order_by("due_at", "id")
    found = []
    for part in _DEEP:
        due_at, item_id = items.values_list(F("due_at"), F("id"))[int(part * cases)]
        found.append(f"after={due_at.isoformat().replace('+', '%2B')}~{item_id}")
    return tuple(found)
