"""Invents practices and practitioners: forty places, a hundred and twenty people who treat."""

from dataclasses import dataclass
from random import Random

from openmso.standards.codes.specialties import PRIMARY_CARE

from .invented_numbers import invented_npi, invented_phone
from .names import NAMES
from .places import Place, address_in

_FIRST_WORDS = (
    *("Olive & Third", "Arroyo Seco Bend", "Bluebird", "Cedar Lantern", "Dovetail", "Eastgate"),
    *("Fern Hollow", "Golden Quail", "Harbor Steps", "Indigo", "Juniper", "Kite Hill", "Lemon Row"),
    *("Moonrise", "Nopal", "Old Mill", "Pepper Tree", "Quiet Creek", "Riverbend", "Sycamore Court"),
)
_KINDS = ("Family Practice", "Medical Associates", "Specialists", "Community Clinic")
_SPOKEN = ("es", "zh-Hant", "ko", "vi", "hy", "tl", "fa", "ru", "ar", "km")
# What a practice's people do: primary care first, then one specialty after the other.
_PRIMARY = ("207Q00000X", "207R00000X", "208000000X", "207Q00000X", "207R00000X")
_SPECIAL = (
    *("207X00000X", "207RC0000X", "2084N0400X", "207RP1001X", "207RE0101X", "207RG0100X"),
    *("207RH0003X", "207RR0500X", "208100000X", "2085R0202X", "207V00000X", "2084P0800X"),
    *("207RN0300X", "207N00000X", "207LP2900X", "225100000X"),
)
PER_PRACTICE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticePlan:
    """An invented practice; `ipa` is the key of the IPA whose network it serves first."""

    name: str
    npi: str
    address_line: str
    city: str
    state: str
    postal_code: str
    phone: str
    fax: str
    languages: tuple[str, ...]
    ipa: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PractitionerPlan:
    """An invented practitioner at the `practice` with this place in the list of practices."""

    practice: int
    npi: str
    given_name: str
    family_name: str
    title: str
    specialty_code: str
    licence_number: str
    phone: str
    languages: tuple[str, ...]
    ipas: tuple[str, ...]

    @property
    def primary_care(self) -> bool:
        return self.specialty_code in PRIMARY_CARE


def practices(
    count: int, seed: int, *, state: str, ipas: tuple[str, ...], places: tuple[Place, ...]
) -> list[PracticePlan]:
    """Return `count` practices, spread evenly over the IPAs."""
    return [_practice(place, seed, state, ipas, places) for place in range(count)]


def practitioners(
    of: list[PracticePlan], seed: int, *, ipas: tuple[str, ...]
) -> list[PractitionerPlan]:
    """Return three people for each practice. Every second practice gives primary care; the others
    have every specialty in turn, so that each IPA finds most of them."""
    return [
        _practitioner(place, seat, practice, seed, ipas)
        for place, practice in enumerate(of)
        for seat in range(PER_PRACTICE)
    ]


def _practice(
    place: int, seed: int, state: str, ipas: tuple[str, ...], places: tuple[Place, ...]
) -> PracticePlan:
    chance = Random(f"{seed}:{state}:practice:{place}")
    address = address_in(places, chance)
    first, round_ = place % len(_FIRST_WORDS), place // len(_FIRST_WORDS)
    kind = _KINDS[(2 * round_ + place % 2) % len(_KINDS)] if place % 2 == 0 else "Specialists"
    if place % 2 and round_:
        kind = "Medical Group"
    return PracticePlan(
        name=f"{_FIRST_WORDS[first]} {kind}",
        npi=invented_npi(_serial(state, 900 + place)),
        address_line=f"{address.line_1}, Suite {100 + place}",
        city=address.city,
        state=state,
        postal_code=address.postal_code,
        phone=invented_phone(address.area_code, 2 * place),
        fax=invented_phone(address.area_code, 2 * place + 1),
        languages=("en", *sorted(chance.sample(_SPOKEN, 2))),
        ipa=ipas[place // 2 % len(ipas)],
    )


def _practitioner(
    place: int, seat: int, practice: PracticePlan, seed: int, ipas: tuple[str, ...]
) -> PractitionerPlan:
    chance = Random(f"{seed}:{practice.state}:practitioner:{place}:{seat}")
    language = chance.choice(("en", "en", *practice.languages))
    names = NAMES[language]
    sex = chance.choice(("female", "male"))
    number = place * PER_PRACTICE + seat
    code = _PRIMARY[number % len(_PRIMARY)]
    if place % 2:
        code = _SPECIAL[(place // 2 * PER_PRACTICE + seat) % len(_SPECIAL)]
    others = [ipa for ipa in ipas if ipa != practice.ipa]
    second = (chance.choice(others),) if others and chance.random() < 0.35 else ()
    return PractitionerPlan(
        practice=place,
        npi=invented_npi(_serial(practice.state, number)),
        given_name=chance.choice(names.women if sex == "female" else names.men),
        family_name=chance.choice(names.family_names(sex)),
        title="DPT" if code == "225100000X" else "MD",
        specialty_code=code,
        licence_number=f"X{90_000 + number}",
        phone=practice.phone,
        languages=tuple(sorted({"en", language})),
        ipas=(practice.ipa, *second),
    )


def _serial(state: str, number: int) -> int:
    # Each state has its own stretch of invented NPIs.
    return (ord(state[0]) - 64) * 100_000 + number
