"""Official texts and our own words, letter by letter: what is there, since when, by whom."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.words_for_time import staff_date, staff_time
from openmso.office.letters.languages import name_of
from openmso.office.letters.letter_catalog import CatalogEntry, every_entry, official_slots
from openmso.office.letters.models import LoadedWording
from openmso.office.letters.wording.builders import languages_for

from ..letters.readers import reader_word

Texts = Mapping[tuple[str, str], Sequence[LoadedWording]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialRow:
    """One official text in one language; `below` say where it is from and who vouches for it."""

    title: str
    authority: str
    language: str
    state: StatusTag
    below: Sequence[str]
    used_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    language: str
    state: StatusTag
    since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRow:
    """One letter to one reader: our own words by language, and the official texts it carries."""

    name: str
    to: str
    own: Sequence[OwnWords]
    official: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingPage:
    """`missing` counts official texts, `unconfirmed` our own texts, each by language."""

    official: Sequence[OfficialRow]
    letters: Sequence[LetterRow]
    missing: int
    unconfirmed: int


def wording_page(loaded: Iterable[LoadedWording], *, today: date, zone: ZoneInfo) -> WordingPage:
    """Put the catalog beside what this office has loaded; `today` is in office time."""
    texts: dict[tuple[str, str], list[LoadedWording]] = defaultdict(list)
    for row in loaded:
        texts[row.slot, row.language].append(row)
    official = list(_official(texts, today, zone))
    letters = list(_letters(texts, today))
    return WordingPage(
        official=official,
        letters=letters,
        missing=sum(row.state.tone is StatusTone.STOP for row in official),
        unconfirmed=sum(
            words.state.tone is StatusTone.WAITING for row in letters for words in row.own
        ),
    )


def _official(texts: Texts, today: date, zone: ZoneInfo) -> Iterable[OfficialRow]:
    for slot in official_slots().values():
        users = [entry for entry in every_entry() if slot in entry.official]
        spoken = {language for entry in users for language in languages_for(entry.reader)}
        for language in sorted(spoken):
            rows = texts.get((slot.slot, language), ())
            now = _in_force(rows, today)
            yield OfficialRow(
                title=slot.title["en"],
                authority=f"{slot.authority}, {slot.citation}",
                language=name_of(language),
                state=StatusTag(f"Loaded: {now.edition}", StatusTone.GOOD)
                if now
                else StatusTag("Not loaded", StatusTone.STOP),
                below=[line for row in rows for line in _vouched(row, today, zone)],
                used_in=", ".join(sorted({_name(entry) for entry in users})),
            )


def _in_force(rows: Iterable[LoadedWording], today: date) -> LoadedWording | None:
    fitting = (row for row in rows if row.from_on <= today)
    return next((row for row in fitting if row.until_on is None or row.until_on > today), None)


def _vouched(row: LoadedWording, today: date, zone: ZoneInfo) -> Iterable[str]:
    begins = "In force from" if row.from_on <= today else f"{row.edition}: in force from"
    ends = f" until {staff_date(row.until_on)}" if row.until_on else ""
    yield f"{begins} {staff_date(row.from_on)}{ends}"
    if row.checked_on:
        yield f"Checked by {row.checked_by} on {staff_date(row.checked_on)}: {row.source}"
    if row.loaded_at:
        yield f"Loaded by {row.loaded_by}, {staff_time(row.loaded_at, zone)}"


def _letters(texts: Texts, today: date) -> Iterable[LetterRow]:
    by_letter: dict[tuple[str, str], list[CatalogEntry]] = defaultdict(list)
    for entry in every_entry():
        by_letter[entry.kind, entry.reader].append(entry)
    for entries in by_letter.values():
        first = entries[0]
        spoken = languages_for(first.reader)
        slots = {slot.slot: slot for entry in entries for slot in entry.official}
        yield LetterRow(
            name=_name(first),
            to=reader_word(first.reader),
            own=[_own(first, language) for language in spoken],
            official=[
                f"{slot.title['en']}: {_where_loaded(texts, slot.slot, spoken, today)}"
                for slot in slots.values()
            ],
        )


def _own(entry: CatalogEntry, language: str) -> OwnWords:
    confirmed = entry.reviewed_on.get(language)
    if confirmed:
        state = StatusTag("Confirmed", StatusTone.GOOD)
        return OwnWords(
            language=name_of(language), state=state, since=f"on {staff_date(confirmed)}"
        )
    written = staff_date(date.fromisoformat(entry.edition))
    return OwnWords(
        language=name_of(language),
        state=StatusTag("Not confirmed", StatusTone.WAITING),
        since=f"since {written}",
    )


def _where_loaded(texts: Texts, slot: str, spoken: Iterable[str], today: date) -> str:
    there = [name_of(each) for each in spoken if _in_force(texts.get((slot, each), ()), today)]
    return f"loaded in {' and '.join(there)}" if there else "not loaded"


def _name(entry: CatalogEntry) -> str:
    return entry.kind.replace("_", " ").capitalize()
