"""How each language says dates, times and lengths, and the few labels every letter has."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from openmso.office.letters.fields import Length

END_OF_DAY = time(23, 59)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """`units` gives one and many of each unit; patterns are filled in with `str.format`.

    A number and its unit, a day and its month stay on one line: no-break spaces hold them.
    """

    language: str
    months: tuple[str, ...]
    date_pattern: str
    moment_pattern: str
    end_of_day_pattern: str
    before_noon: str
    after_noon: str
    units: dict[str, tuple[str, str]]

    def day(self, day: date) -> str:
        """Return a day as a member reads it: "November 22, 2026"."""
        return self.date_pattern.format(
            day=day.day, month=self.months[day.month - 1], year=day.year
        )

    def moment(self, at: datetime, time_zone: str) -> str:
        """Return an instant in office time with the zone's letters, or "the end of" its day."""
        here = at.astimezone(ZoneInfo(time_zone))
        day = self.day(here.date())
        if here.time().replace(second=0, microsecond=0) == END_OF_DAY:
            return self.end_of_day_pattern.format(day=day)
        half = self.before_noon if here.hour < END_OF_DAY.hour // 2 + 1 else self.after_noon
        clock = f"{(here.hour - 1) % 12 + 1}:{here:%M}\u00a0{half} {here.tzname()}"
        return self.moment_pattern.format(day=day, clock=clock)

    def length(self, length: Length) -> str:
        """Return "65 days"; raise KeyError for a unit this language has no word for."""
        one, many = self.units[length.unit]
        return f"{length.count}\u00a0{one if length.count == 1 else many}"


ENGLISH = Speech(
    language="en",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    date_pattern="{month}\u00a0{day}, {year}",
    moment_pattern="{clock} on {day}",
    end_of_day_pattern="the end of {day}",
    before_noon="AM",
    after_noon="PM",
    units={
        "minutes": ("minute", "minutes"),
        "hours": ("hour", "hours"),
        "calendar_days": ("day", "days"),
        "business_days": ("business day", "business days"),
        "working_days": ("business day", "business days"),
        "months": ("month", "months"),
        "years": ("year", "years"),
    },
)

SPANISH = Speech(
    language="es",
    months=(
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
    date_pattern="{day}\u00a0de\u00a0{month} de {year}",
    moment_pattern="{clock} del {day}",
    end_of_day_pattern="final del día {day}",
    before_noon="a. m.",
    after_noon="p. m.",
    units={
        "minutes": ("minuto", "minutos"),
        "hours": ("hora", "horas"),
        "calendar_days": ("día", "días"),
        "business_days": ("día hábil", "días hábiles"),
        "working_days": ("día hábil", "días hábiles"),
        "months": ("mes", "meses"),
        "years": ("año", "años"),
    },
)

SPEECHES = {speech.language: speech for speech in (ENGLISH, SPANISH)}
