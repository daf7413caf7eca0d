"""Work without the web: rules answered and letters printed by one process on one core."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count, cycle

from openmso.casework.prior_auth.domain.deadlines import ClockFacts, clocks
from openmso.casework.prior_auth.domain.request import Timing, Urgency
from openmso.office.letters.composing import compose
from openmso.office.letters.letter import Kind, Reader
from openmso.office.letters.pdf import print_letter
from openmso.office.letters.specimens import specimen
from openmso.rulebook.book import default_rulebook, load_rulebook
from openmso.rulebook.deadlines import compute_due
from openmso.standards.calendars import OfficeCalendar

from .measured import Cpu, Measured
from .processor_time import ProcessorClock, between

_LINES = ("MA", "MEDI-CAL", "KK", "AZ-COMM")
_FIRST = datetime(2026, 3, 2, 17, 45, tzinfo=UTC)
_PRINTED_AT = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)
_LETTERS = (
    (Kind.APPROVAL, Reader.MEMBER, "en"),
    (Kind.APPROVAL, Reader.PROVIDER, "en"),
    (Kind.APPROVAL, Reader.MEMBER, "es"),
    (Kind.DENIAL, Reader.MEMBER, "es"),
)


def rulebook_answers(*, seconds: float) -> Measured:
    """Compute every due time of a request: which rules hold, and their arithmetic."""
    book, office = default_rulebook(), OfficeCalendar.of("America/Los_Angeles", "federal_observed")
    kinds = cycle((line, urgency) for line in _LINES for urgency in Urgency)
    hours = count()

    def once() -> None:
        line_of_business, urgency = next(kinds)
        received_at = _FIRST + timedelta(hours=7 * (next(hours) % 1_000))
        facts = ClockFacts(
            line_of_business=line_of_business,
            urgency=urgency,
            is_drug=False,
            needs_authorization=True,
            timing=Timing.PRE_SERVICE,
            received_at=received_at,
            complete_at=received_at,
            extension_taken_at=None,
            decided_at=None,
            outcome=None,
        )
        clocks(facts, book, office)

    return _repeat("rulebook", once, seconds)


def due_times(*, seconds: float) -> Measured:
    """Compute one due time with its arithmetic: every rule of the book in turn."""
    book, office = default_rulebook(), OfficeCalendar.of("America/Los_Angeles", "federal_observed")
    rules = cycle(rule for rule in book.answers.values() if rule.has_arithmetic)
    hours = count()

    def once() -> None:
        compute_due(next(rules), _FIRST + timedelta(hours=next(hours) % 1_000), office)

    return _repeat("due_time", once, seconds)


def rulebook_loads(*, seconds: float) -> Measured:
    """Read, check and index every file of rules, as a start does."""
    return _repeat("rulebook_load", load_rulebook, seconds)


def letters(*, seconds: float) -> Measured:
    """Compose and print letters as accessible PDF, English and Spanish in turn."""
    turns = cycle(_LETTERS)

    def once() -> None:
        kind, reader, language = next(turns)
        order = specimen(kind, reader, language=language, line_of_business="MA")
        print_letter(compose(order), created_at=_PRINTED_AT)

    return _repeat("letter", once, seconds)


def _repeat(step: str, work: Callable[[], object], seconds: float) -> Measured:
    for _ in _LETTERS:
        work()  # the first of each kind reads fonts and files
    waits = []
    clock = ProcessorClock({})
    before, began = clock.read(), time.perf_counter()
    while time.perf_counter() - began < seconds:
        start = time.perf_counter()
        work()
        waits.append(time.perf_counter() - start)
    used = between(before, clock.read())
    return Measured(
        step=step,
        clients=1,
        seconds=time.perf_counter() - began,
        waits=tuple(waits),
        cpu=Cpu(web=used.generator, neighbours=used.neighbours),  # this process does the work
    )
