"""A notice about the discharge as the desk calls it: its form, and when it is given."""

from openmso.casework.inpatient.admissions.domain.discharge_notices import (
    ADMITTED,
    DISPUTED,
    PLANNED,
)
from openmso.office.letters.letter_catalog import official_slots
from openmso.rulebook.notice import Notice

_GIVEN = {
    ADMITTED: "after the admission",
    PLANNED: "before leaving",
    DISPUTED: "when the discharge is disputed",
}


def notice_name(notice: Notice) -> str:
    """Return "CMS-10065, after the admission"; a form we hold the wording of has its title."""
    slots = official_slots()
    forms = ", ".join(
        slots[form].title["en"] if form in slots else form.upper().replace("_", "-")
        for form in notice.encloses
    )
    return ", ".join(filter(None, (forms, _GIVEN.get(notice.event, ""))))
