"""Who can sign in to the demo, as a table for the terminal, and everybody's current code."""

import time
from dataclasses import dataclass

from allauth.mfa.app_settings import TOTP_PERIOD
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt

from openmso.office.access.roles import ROLES
from openmso.office.tenants.whose_rows import of_every_office

from .people import PEOPLE, Person
from .population.contracts import AZ_OFFICE, LA_OFFICE

_OFFICES = {office["key"]: office["name"] for office in (LA_OFFICE, AZ_OFFICE)}


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """One row of the table. `code` is empty for members, who sign in with the password alone."""

    office: str
    role: str
    name: str
    email: str
    password: str
    story: str
    code: str = ""


def sign_ins(*, codes: bool = True) -> list[SignIn]:
    """Return everybody who can sign in, with the code that holds right now."""
    secrets = _secrets() if codes else {}
    return [_sign_in(person, secrets.get(person.email, "")) for person in PEOPLE]


def seconds_left() -> int:
    """Return for how many seconds the present codes hold (the machine's own clock, not the
    demo's)."""
    return int(TOTP_PERIOD - time.time() % TOTP_PERIOD)


def sign_in_table() -> str:
    """Return the table the terminal prints when the office is open."""
    rows = sign_ins(codes=False)
    width = max(len(row.email) for row in rows)
    lines: list[str] = []
    for key, office in _OFFICES.items():
        other = key != LA_OFFICE["key"]
        lines.append(office + " (another office, to see that nothing crosses)" * other)
        lines += [
            f"  {row.email:<{width}}  {row.password:<26}  {row.role}: {row.story}"
            for row in rows
            if row.office == office
        ]
    lines.append("The second factor of staff and practices: current codes at /demo/.")
    return "\n".join(lines) + "\n"


def _sign_in(person: Person, secret: str) -> SignIn:
    return SignIn(
        office=_OFFICES[person.office],
        role=ROLES[person.role].name,
        name=person.name,
        email=person.email,
        password=person.password,
        story=person.story,
        code=format_hotp_value(hotp_value(secret, int(time.time()) // TOTP_PERIOD))
        if secret
        else "",
    )


def _secrets() -> dict[str, str]:
    rows = Authenticator.objects.filter(type=Authenticator.Type.TOTP).values_list(
        "user__email", "data"
    )
    with of_every_office("the demo's desk shows everybody's code"):
        return {email: decrypt(data["secret"]) for email, data in rows}
