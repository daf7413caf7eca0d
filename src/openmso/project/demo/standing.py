"""How far the demo office is with what its start left for later."""

from openmso.office.letters.models import OrderedLetter
from openmso.office.tenants.whose_rows import of_every_office


def letters_still_to_print() -> int:
    """Return how many letters of the invented year wait to be printed."""
    with of_every_office("the demo's desk speaks of both"):
        return OrderedLetter.objects.filter(state=OrderedLetter.State.ORDERED).count()
