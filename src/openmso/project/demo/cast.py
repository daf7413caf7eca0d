"""The fixed cast: invented people with names, for stories, screenshots and tests.

Their serials lie below those of everybody else, so that they are the same at any size of the demo.
"""

from dataclasses import dataclass
from datetime import date

from .population.histories import file_day, month_start
from .population.invented_numbers import invented_cin, invented_mbi, invented_phone
from .population.person import PersonPlan, SpanPlan

FIRST_FREE_SERIAL = 101

PRACTICE_IPA = "mariposa"
"""The IPA whose network the demo's practice works for; `WRONG_IPA` belongs to another one."""

ROSA = "rosa"
HAROLD = "harold"
MEI_LING = "mei-ling"
NAREK = "narek"
ANAHIT = "anahit"
LILIT = "lilit"
MARCUS = "marcus"
COVERAGE_ENDED = "coverage-ended"
WRONG_IPA = "wrong-ipa"
NAMESAKE_ONE = "namesake-one"
NAMESAKE_TWO = "namesake-two"
LATE_NEWS = "late-news"
TWO_PLANS = "two-plans"
RIGHT_TO_LEFT = "right-to-left"
BRAILLE = "braille"
DECEASED = "deceased"
PLAN_DECIDES = "plan-decides"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Role:
    """One member of the cast in short; `back` is the month since which they are covered."""

    key: str
    name: tuple[str, str]
    born: tuple[int, int, int]
    sex: str
    plan: str
    ipa: str = PRACTICE_IPA
    language: str = "en"
    letter_format: str = "standard"
    needs: tuple[str, ...] = ()
    address: tuple[str, str, str] = ("41310 Larkmeadow Ave", "Los Angeles", "90033")
    back: int = 22


_LA = (
    _Role(
        key=ROSA,
        name=("Rosa Marisol", "Delgadillo"),
        born=(1979, 8, 17),
        sex="female",
        plan="jacaranda",
        language="es",
        needs=("interpreter",),
        address=("42118 Jacaranda Bend Ct", "Los Angeles", "90022"),
    ),
    _Role(
        key=HAROLD,
        name=("Harold", "Whitcomb"),
        born=(1947, 2, 3),
        sex="male",
        plan="harborlight",
        letter_format="large_print",
        needs=("low_vision", "hard_of_hearing"),
        address=("44720 Rosewater Pl", "Whittier", "90602"),
    ),
    _Role(
        key=MEI_LING,
        name=("Mei-Ling", "Tsai"),
        born=(1951, 11, 26),
        sex="female",
        plan="harborlight",
        language="zh-Hant",
        needs=("interpreter",),
        address=("40506 Inkberry St", "Monterey Park", "91754"),
    ),
    *(
        _Role(
            key=key,
            name=(given, "Petrosyan"),
            born=born,
            sex=sex,
            plan="tidewell",
            language=language,
            address=("45933 Velvet Ash Dr", "Glendale", "91205"),
        )
        for key, given, born, sex, language in (
            (NAREK, "Narek", (1984, 4, 9), "male", "en"),
            (ANAHIT, "Anahit", (1986, 10, 30), "female", "hy"),
            (LILIT, "Lilit", (2016, 6, 21), "female", "en"),
        )
    ),
    _Role(
        key=COVERAGE_ENDED,
        name=("Tomás", "Iglesias"),
        born=(1990, 1, 12),
        sex="male",
        plan="tidewell",
        language="es",
        address=("43077 Dovecote Way", "Huntington Park", "90255"),
    ),
    _Role(
        key=WRONG_IPA,
        name=("Soo-Jin", "Baek"),
        born=(1972, 7, 5),
        sex="female",
        plan="tidewell",
        ipa="lantern-hill",
        language="ko",
        address=("48260 Kestrel Point Way", "Torrance", "90503"),
    ),
    _Role(
        key=NAMESAKE_ONE,
        name=("Maria Elena", "Guzmán"),
        born=(1965, 5, 14),
        sex="female",
        plan="jacaranda",
        language="es",
        address=("41642 Faro Lindo St", "Los Angeles", "90063"),
    ),
    _Role(
        key=NAMESAKE_TWO,
        name=("Maria Elena", "Guzmán"),
        born=(1965, 5, 14),
        sex="female",
        plan="tidewell",
        address=("49015 Windmill Notch Ave", "Pomona", "91766"),
    ),
    _Role(
        key=LATE_NEWS,
        name=("Quang", "Bui"),
        born=(1958, 9, 2),
        sex="male",
        plan="jacaranda",
        language="vi",
        needs=("interpreter",),
        address=("40871 Saltgrass Pl", "Alhambra", "91801"),
    ),
    _Role(
        key=TWO_PLANS,
        name=("Ofelia", "Carranza"),
        born=(1954, 12, 19),
        sex="female",
        plan="harborlight",
        language="es",
        needs=("wheelchair",),
        address=("46604 Palo Sereno Ct", "Los Angeles", "90011"),
    ),
    _Role(
        key=RIGHT_TO_LEFT,
        name=("Yusuf", "Haddad"),
        born=(1968, 3, 28),
        sex="male",
        plan="jacaranda",
        language="ar",
        needs=("interpreter",),
        address=("47328 Night Bloom Ave", "Van Nuys", "91405"),
    ),
    _Role(
        key=BRAILLE,
        name=("Evelyn", "Stanhope"),
        born=(1950, 6, 7),
        sex="female",
        plan="bluefinch",
        letter_format="braille",
        needs=("low_vision",),
        address=("42555 Umbra Vista Dr", "Long Beach", "90804"),
    ),
    _Role(
        key=DECEASED,
        name=("Walter", "Pruitt"),
        born=(1941, 10, 10),
        sex="male",
        plan="bluefinch",
        address=("44019 Goldthread St", "Inglewood", "90301"),
    ),
    _Role(
        key=PLAN_DECIDES,
        name=("Grace", "Okonjo-Vance"),
        born=(1956, 4, 23),
        sex="female",
        plan="bluefinch",
        ipa="lantern-hill",
        address=("45180 Tamarisk Row Ave", "Los Angeles", "90026"),
    ),
)
_AZ = (
    _Role(
        key=MARCUS,
        name=("Marcus", "Ellery"),
        born=(1981, 2, 27),
        sex="male",
        plan="ocotillo-ridge",
        ipa="copperleaf",
        address=("43366 Quailbrush Way", "Phoenix", "85015"),
    ),
)
_AREA_CODES = {"CA": "213", "AZ": "602"}


def la_cast(on: date) -> list[PersonPlan]:
    """Return the members of the Los Angeles office as they are known on `on`."""
    return [_person(place, role, on, "CA") for place, role in enumerate(_LA, start=1)]


def az_cast(on: date) -> list[PersonPlan]:
    """Return the members of the Arizona office as they are known on `on`."""
    return [_person(place, role, on, "AZ") for place, role in enumerate(_AZ, start=81)]


def _person(serial: int, role: _Role, on: date, state: str) -> PersonPlan:
    deceased = role.key == DECEASED
    line, city, postal_code = role.address
    return PersonPlan(
        serial=serial,
        key=role.key,
        given_name=role.name[0],
        family_name=role.name[1],
        birth_date=date(*role.born),
        sex=role.sex,
        language=role.language,
        spoken_language=role.language,
        letter_format=role.letter_format,
        needs=role.needs,
        address_line_1=line,
        city=city,
        state=state,
        postal_code=postal_code,
        phone=invented_phone(_AREA_CODES[state], serial),
        deceased_on=month_start(on, months_back=1).replace(day=9) if deceased else None,
        mbi=invented_mbi(serial) if role.plan in ("harborlight", "bluefinch") else "",
        cin=invented_cin(serial) if role.plan == "jacaranda" or role.key == TWO_PLANS else "",
        spans=_spans(role, on),
    )


def _spans(role: _Role, on: date) -> tuple[SpanPlan, ...]:
    start = month_start(on, months_back=role.back)
    until_on = month_start(on, months_back=0) if role.key == COVERAGE_ENDED else None
    first = SpanPlan(
        plan=role.plan,
        ipa=role.ipa,
        from_on=start,
        until_on=until_on,
        learned_at=file_day(start),
        # The plan's file of last month said that coverage had already ended the month before.
        corrected_at=file_day(month_start(on, months_back=0)) if role.key == LATE_NEWS else None,
        truly_until_on=month_start(on, months_back=2) if role.key == LATE_NEWS else None,
    )
    if role.key != TWO_PLANS:
        return (first,)
    second = SpanPlan(plan="jacaranda", ipa=role.ipa, from_on=start, learned_at=file_day(start))
    return (first, second)
