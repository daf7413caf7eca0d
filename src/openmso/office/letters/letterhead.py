"""Whose paper it is, whom it goes to, and which numbers are printed on it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """One printed line: what it is for, the number to call and the text-telephone number.

    `label` and `hours` are in the letter's language.
    """

    purpose: str
    label: str
    phone: str
    tty: str
    hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    name: str
    legal_name: str
    address_lines: tuple[str, ...]
    lines: tuple[ContactLine, ...]
    website: str = ""

    def line_for(self, *purposes: str) -> ContactLine:
        """Return the line of the first purpose that has one; LookupError when none has."""
        for purpose in purposes:
            for line in self.lines:
                if line.purpose == purpose:
                    return line
        raise LookupError(f"no contact line for {' or '.join(purposes)}: a letter must name one")


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Name and post address as they show in the envelope's window; nothing else may stand there."""

    name: str
    address_lines: tuple[str, ...]
