"""By which ways a receiver is reached: a pure choice from the address."""

from .interfaces import Address

MAIL = "mail"
FAX = "fax"
PORTAL = "portal"

MEMBER = "member"
PRACTICE = "practice"
HOSPITAL = "hospital"

ELECTRONIC = "electronic"


def ways_to(receiver_kind: str, address: Address) -> tuple[str, ...]:
    """Return every way this receiver is reached by, at least one.

    A member gets paper, and reads the same letter in the portal; one who asked for an accessible
    electronic file and has a portal account gets it there alone. A practice gets a fax where it has
    a number, and reads it in the portal; one with neither gets mail. A hospital is reached like a
    practice, without a portal.
    """
    portal = (PORTAL,) if address.portal else ()
    if receiver_kind == MEMBER:
        on_screen = address.letter_format == ELECTRONIC and address.portal
        return portal if on_screen else (MAIL, *portal)
    fax = (FAX,) if address.fax else ()
    return (*fax, *portal) or (MAIL,)


def is_the_notice(way: str, ways: tuple[str, ...], receiver_kind: str) -> bool:
    """Tell whether sending by `way` is what counts as telling the receiver.

    A member who also gets the letter on paper has been told when the paper has left: the copy on
    the screen does not stop that clock.
    """
    return not (way == PORTAL and receiver_kind == MEMBER and MAIL in ways)
