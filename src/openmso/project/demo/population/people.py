"""Invents members: names and languages of Los Angeles, ages that fit the plan, some with history.

Pure: the same count, seed and day always give the same people.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from .contracts import IpaTerms, PlanTerms
from .histories import spans_for
from .invented_numbers import invented_cin, invented_mbi, invented_phone
from .names import NAMES
from .person import PersonPlan
from .places import Place, address_in

_LANGUAGES = {
    **{"en": 38, "es": 31, "zh-Hant": 7, "ko": 5, "vi": 4, "hy": 4, "tl": 3, "fa": 2, "ru": 2},
    **{"ar": 1, "km": 1, "ja": 1},
}
# Youngest and oldest year of life, and how many of a hundred people fall into that part.
_AGES = {
    "MA": ((65, 79, 70), (80, 97, 20), (35, 64, 10)),
    "MEDI-CAL": ((0, 17, 40), (18, 64, 50), (65, 90, 10)),
    "KK": ((0, 17, 22), (18, 64, 78)),
    "AZ-COMM": ((0, 17, 20), (18, 64, 80)),
}
_YOUNGEST_DAYS = 45
_FORMATS = {"standard": 930, "large_print": 40, "audio": 12, "braille": 5, "electronic": 13}


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Where people are invented for: an office's plans, IPAs and places."""

    state: str
    plans: tuple[PlanTerms, ...]
    ipas: tuple[IpaTerms, ...]
    places: tuple[Place, ...]


def people(
    count: int, seed: int, *, on: date, region: Region, first_serial: int = 1
) -> Iterator[PersonPlan]:
    """Yield `count` people as they are known on `on`; serials run from `first_serial`."""
    for serial in range(first_serial, first_serial + count):
        yield _person(serial, Random(f"{seed}:{serial}"), on, region)


def _person(serial: int, chance: Random, on: date, region: Region) -> PersonPlan:
    plan = chance.choices(region.plans, [each.share for each in region.plans])[0]
    language = chance.choices(list(_LANGUAGES), list(_LANGUAGES.values()))[0]
    sex = chance.choice(("female", "male"))
    names = NAMES[language]
    letter_format = chance.choices(list(_FORMATS), list(_FORMATS.values()))[0]
    address = address_in(region.places, chance)
    born_on = _birth_date(plan.line_of_business, chance, on)
    # Many people who speak another language want their letters in English, and some do not say.
    written = language if language == "es" or chance.random() < 0.7 else "en"
    deceased_on = on - timedelta(days=chance.randrange(5, 300)) if chance.random() < 0.01 else None
    return PersonPlan(
        serial=serial,
        given_name=chance.choice(names.women if sex == "female" else names.men),
        family_name=chance.choice(names.family_names(sex)),
        birth_date=born_on,
        sex=sex,
        language=written,
        spoken_language=language,
        letter_format=letter_format,
        needs=_needs(language, letter_format, chance),
        address_line_1=address.line_1,
        address_line_2=address.line_2,
        city=address.city,
        state=region.state,
        postal_code=address.postal_code,
        phone=invented_phone(address.area_code, serial),
        email_ok=chance.random() < 0.3,
        deceased_on=deceased_on if deceased_on is not None and deceased_on > born_on else None,
        mbi=invented_mbi(serial) if plan.line_of_business == "MA" else "",
        cin=invented_cin(serial) if plan.line_of_business == "MEDI-CAL" else "",
        spans=spans_for(plan, region.ipas, region.plans, chance, on=on, born_on=born_on),
    )


def _birth_date(line_of_business: str, chance: Random, on: date) -> date:
    parts = _AGES[line_of_business]
    youngest, oldest, _ = chance.choices(parts, [share for *_, share in parts])[0]
    days = chance.randrange(youngest * 366 + _YOUNGEST_DAYS, (oldest + 1) * 365)
    return on - timedelta(days=days)


def _needs(language: str, letter_format: str, chance: Random) -> tuple[str, ...]:
    needs = []
    if language != "en" and chance.random() < 0.5:
        needs.append("interpreter")
    if letter_format in ("large_print", "braille", "audio"):
        needs.append("low_vision")
    for need, share in (("wheelchair", 0.04), ("hard_of_hearing", 0.03), ("sign_language", 0.005)):
        if chance.random() < share:
            needs.append(need)
    return tuple(needs)
