"""Where the invented people live: true cities, postal codes that lie in them, invented streets."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Place:
    city: str
    postal_codes: tuple[str, ...]
    area_code: str


LOS_ANGELES = (
    Place("Los Angeles", ("90011", "90022", "90026", "90033", "90044", "90063"), "213"),
    Place("Monterey Park", ("91754", "91755"), "626"),
    Place("Alhambra", ("91801", "91803"), "626"),
    Place("Glendale", ("91203", "91205"), "818"),
    Place("Van Nuys", ("91405", "91411"), "818"),
    Place("Long Beach", ("90804", "90813"), "562"),
    Place("Whittier", ("90602", "90605"), "562"),
    Place("Inglewood", ("90301", "90304"), "310"),
    Place("Torrance", ("90501", "90503"), "310"),
    Place("Huntington Park", ("90255",), "323"),
    Place("Pomona", ("91766", "91768"), "909"),
)
PHOENIX = (
    Place("Phoenix", ("85008", "85015", "85033"), "602"),
    Place("Mesa", ("85201", "85210"), "480"),
    Place("Glendale", ("85301", "85303"), "623"),
    Place("Tempe", ("85281", "85283"), "480"),
)

_STREETS = (
    *("Alondrina", "Birdsong", "Cantera Vieja", "Dovecote", "Emberwood", "Faro Lindo"),
    *("Goldthread", "Hummingbird Loop", "Inkberry", "Jacaranda Bend", "Kestrel Point"),
    *("Larkmeadow", "Mirlo Azul", "Nightbloom", "Orchard Lantern", "Palo Sereno", "Quailbrush"),
    *("Rosewater", "Saltgrass", "Tamarisk Row", "Umbra Vista", "Velvet Ash", "Windmill Notch"),
)
_KINDS = ("St", "Ave", "Dr", "Pl", "Ct", "Way")


@dataclass(frozen=True, slots=True)
class Address:
    line_1: str
    line_2: str
    city: str
    postal_code: str
    area_code: str


def address_in(places: tuple[Place, ...], chance: Random) -> Address:
    """Return an address that no letter carrier knows."""
    place = chance.choice(places)
    number = chance.randrange(40_100, 49_900)
    flat = f"Apt {chance.randrange(1, 40)}" if chance.random() < 0.35 else ""
    return Address(
        line_1=f"{number} {chance.choice(_STREETS)} {chance.choice(_KINDS)}",
        line_2=flat,
        city=place.city,
        postal_code=chance.choice(place.postal_codes),
        area_code=place.area_code,
    )
