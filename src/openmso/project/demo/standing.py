"""How far the demo office is with what its start left for later."""

from openmso.office.letters.models import OrderedLetter


def letters_still_to_print() -> int:
    """Return how many letters of the invented year wait to be printed."""
    return OrderedLetter.objects.filter(state=OrderedLetter.State.ORDERED).count()
