"""What stands on a pager: a receipt number, the role, a short address. Never about a person."""

from collections.abc import Callable

from .duty_role import DUTY_NAMES, DutyRole

# Without signs that are mistaken for others when read aloud: 0 1 I L O U.
SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 8
_GROUP = 4


def page_text(number: str, role: DutyRole, address: str) -> str:
    """Return the whole text of a page. It fits one text message."""
    return f"{DUTY_NAMES[role]}: {number}. {address}".strip()


def new_code(choose: Callable[[str], str]) -> str:
    """Return the code of one call; `choose` draws one sign, as `secrets.choice` does."""
    return "".join(choose(SIGNS) for _ in range(CODE_LENGTH))


def in_groups(code: str) -> str:
    """Return the code as it is shown and read aloud: "K7QF-2MRT"."""
    return "-".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))
