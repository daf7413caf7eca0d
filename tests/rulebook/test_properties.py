"""What must be true of every rule with arithmetic, at every time of the covered years."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import load_rulebook
from openmso.rulebook.circumstances import Circumstances, Pause
from openmso.rulebook.deadlines import compute_due, started, strictest
from openmso.rulebook.vocabulary import MOMENTS, LimitIs
from openmso.standards.calendars import OfficeCalendar, PointOfDay, Span

BOOK = load_rulebook()
COUNTED = [rule for rule in BOOK.answers.values() if rule.has_arithmetic]
EXTENDABLE = [rule for rule in COUNTED if rule.extension]
PAUSABLE = [rule for rule in COUNTED if rule.may_pause]
DEADLINES = [rule for rule in COUNTED if rule.limit_is is LimitIs.DEADLINE]

rules = st.sampled_from(COUNTED)
instants = st.datetimes(
    datetime.fromisoformat("2024-06-01"),
    datetime.fromisoformat("2030-12-31"),
    timezones=st.just(UTC),
)
offices = st.sampled_from(
    ["America/Los_Angeles", "America/Phoenix", "America/New_York", "Pacific/Honolulu"]
).map(OfficeCalendar.of)


def due(rule: Answer, start: datetime, office: OfficeCalendar, extended: bool = False) -> datetime:
    found = compute_due(rule, start, office, extended).due_at
    assert found is not None
    return found


def counts_backwards(rule: Answer) -> bool:
    return (
        rule.value.unit.runs_backwards
        if isinstance(rule.value, Span)
        else isinstance(rule.value, PointOfDay) and rule.value.runs_backwards
    )


@given(rule=rules, one=instants, other=instants, office=offices)
def test_what_starts_later_is_not_due_earlier(
    rule: Answer, one: datetime, other: datetime, office: OfficeCalendar
) -> None:
    first, second = sorted((one, other))

    assert due(rule, first, office) <= due(rule, second, office)


@given(rule=rules, start=instants, office=offices)
def test_nothing_is_due_before_it_starts_unless_it_counts_backwards(
    rule: Answer, start: datetime, office: OfficeCalendar
) -> None:
    if counts_backwards(rule):
        assert due(rule, start, office) <= office.end_of_day(office.local(start).date())
    else:
        assert due(rule, start, office) >= start


@given(rule=rules, start=instants, office=offices, zone=offices)
def test_computing_again_from_any_time_zone_gives_the_same(
    rule: Answer, start: datetime, office: OfficeCalendar, zone: OfficeCalendar
) -> None:
    assert compute_due(rule, start, office) == compute_due(rule, zone.local(start), office)


@given(rule=st.sampled_from(EXTENDABLE), start=instants, office=offices)
def test_an_extension_never_shortens_the_time(
    rule: Answer, start: datetime, office: OfficeCalendar
) -> None:
    assert due(rule, start, office, extended=True) >= due(rule, start, office)


@given(
    asked=st.lists(st.sampled_from(DEADLINES), min_size=1, max_size=6, unique_by=lambda r: r.id),
    times=st.dictionaries(st.sampled_from(sorted(MOMENTS)), instants),
    otherwise=instants,
    office=offices,
)
def test_the_strictest_is_never_later_than_any(
    asked: list[Answer],
    times: dict[str, datetime],
    otherwise: datetime,
    office: OfficeCalendar,
) -> None:
    moments = {rule.starts_at: times.get(rule.starts_at, otherwise) for rule in asked}

    governing = strictest(asked, moments, office)

    assert governing.rule in asked
    for rule in asked:
        begun = started(rule, moments, office)
        assert begun is not None
        assert governing.due_at is not None
        assert governing.due_at <= due(rule, begun, office)


@given(
    rule=rules, starts=st.lists(instants, min_size=1, max_size=4), office=offices, data=st.data()
)
def test_the_order_of_several_receipts_does_not_matter(
    rule: Answer, starts: list[datetime], office: OfficeCalendar, data: st.DataObject
) -> None:
    mixed = data.draw(st.permutations(starts))

    begun = {started(rule, {rule.starts_at: tuple(order)}, office) for order in (starts, mixed)}

    assert begun == {min(starts)}


@given(
    rule=st.sampled_from(PAUSABLE),
    start=instants,
    after=st.integers(0, 20),
    days=st.integers(0, 100),
    office=offices,
)
def test_standing_still_moves_the_due_time_by_as_much_and_never_back(
    rule: Answer, start: datetime, after: int, days: int, office: OfficeCalendar
) -> None:
    began = start + timedelta(days=after)
    besides = Circumstances(pauses=(Pause(began, began + timedelta(days=days)),))

    later = compute_due(rule, start, office, besides=besides).due_at

    assert later is not None
    moved = office.local(later).date() - office.local(due(rule, start, office)).date()
    assert days - 1 <= moved.days <= days + 1  # a day more or less where the clocks change


@given(rule=rules, start=instants, proof=instants, office=offices)
def test_proof_of_receipt_and_a_later_day_only_ever_give_more_time(
    rule: Answer, start: datetime, proof: datetime, office: OfficeCalendar
) -> None:
    besides = Circumstances(receipt_proven_at=proof, later_moment=proof)

    later = compute_due(rule, start, office, besides=besides).due_at

    assert later is not None
    assert later >= due(rule, start, office)
