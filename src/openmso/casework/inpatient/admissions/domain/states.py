"""The states of an admission and the moves between them."""

from enum import StrEnum

from openmso.office.moves import follow


class State(StrEnum):
    IN_HOUSE = "in_house"
    DISCHARGED = "discharged"
    NOT_OURS = "not_ours"


class DischargedTo(StrEnum):
    """Where the patient went."""

    HOME = "home"
    HOME_HEALTH = "home_health"
    NURSING_FACILITY = "nursing_facility"
    REHABILITATION = "rehabilitation"
    HOSPICE = "hospice"
    OTHER_HOSPITAL = "other_hospital"
    AGAINST_ADVICE = "against_advice"
    DIED = "died"


class Act(StrEnum):
    FOLLOW = "follow"
    DISCHARGE = "discharge"
    CORRECT_DISCHARGE = "take back the discharge of"
    FIND_NOT_OURS = "find not to be ours"


AFTER: dict[tuple[State, Act], State] = {
    (State.IN_HOUSE, Act.FOLLOW): State.IN_HOUSE,
    (State.IN_HOUSE, Act.DISCHARGE): State.DISCHARGED,
    (State.IN_HOUSE, Act.FIND_NOT_OURS): State.NOT_OURS,
    (State.DISCHARGED, Act.CORRECT_DISCHARGE): State.IN_HOUSE,
}


def after(state: State, act: Act) -> State:
    """Return the state that `act` leads to; raise MoveNotAllowed if there is none."""
    return follow(AFTER, state, act, called="a stay")
