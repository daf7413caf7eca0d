"""A schedule is published whole or not at all; swaps and leave never open a gap."""

from datetime import UTC, datetime, timedelta

import pytest

from factories.access import make_account
from factories.on_call import (
    PLANNED_AT,
    WEEK,
    DutyOffice,
    duty,
    make_duty_office,
    part_of_week,
    staffed_office,
)
from openmso.office.access.actor import NotAllowed
from openmso.office.access.roles import Role
from openmso.office.on_call.actions.note_leave import LeaveOpensGaps, note_leave
from openmso.office.on_call.actions.publish_schedule import ScheduleHasGaps
from openmso.office.on_call.actions.swap_shift import SwapRefused, swap_shift
from openmso.office.on_call.domain.duty_role import DutyRole
from openmso.office.on_call.models import DutySchedule, Shift
from openmso.office.on_call.people import NotForDuty
from openmso.office.on_call.queries import ShiftNotFound, on_duty
from openmso.office.timeline.queries import history

pytestmark = pytest.mark.django_db
LATER = PLANNED_AT + timedelta(hours=1)


def who(office: DutyOffice, hour: float, role: DutyRole = DutyRole.NURSE) -> list[str]:
    at = part_of_week(hour, 1).starts_at
    return [one.person.split()[0] for one in on_duty(office.tenant.id, role, at)]


@pytest.mark.requirement("S000-29")
def test_a_schedule_with_a_gap_is_refused_with_the_gap_in_words_and_nothing_is_kept() -> None:
    office = make_duty_office()

    with pytest.raises(ScheduleHasGaps) as refusal:
        office.publish(
            DutyRole.NURSE,
            duty(office.ines, part_of_week(0, 60)),
            duty(office.tobias, part_of_week(60.25, 110)),
        )

    assert refusal.value.sentences == [
        "Nobody is on duty from Tuesday 11/24/2026 12:00 PM PST to Tuesday 11/24/2026 12:15 PM "
        "PST (15 min)."
    ]
    assert not DutySchedule.objects.exists()
    assert not Shift.objects.exists()


@pytest.mark.requirement("S000-29")
def test_physicians_directors_and_covering_physicians_leave_no_hour_open_either() -> None:
    office = make_duty_office()

    for role in (
        DutyRole.PHYSICIAN,
        DutyRole.MEDICAL_DIRECTOR,
        DutyRole.COVERING_PHYSICIAN,
    ):
        with pytest.raises(ScheduleHasGaps, match="1 h"):
            office.publish(
                role,
                duty(office.priya, part_of_week(0, 100)),
                duty(office.priya, part_of_week(101, 67)),
            )
        office.publish(role, duty(office.priya))
        assert who(office, 100, role) == ["Priya"]


@pytest.mark.requirement("S000-29")
def test_a_whole_schedule_is_published_with_its_line_of_history() -> None:
    office = make_duty_office()

    schedule = office.publish(
        DutyRole.NURSE,
        duty(office.ines, part_of_week(-5, 65)),
        duty(office.tobias, part_of_week(60, 200)),
    )

    assert [who(office, hour) for hour in (0, 59.9, 60, 167)] == [
        ["Ines"],
        ["Ines"],
        ["Tobias"],
        ["Tobias"],
    ]
    assert who(office, -1) == who(office, 168) == []
    (line,) = history(office.tenant.id, schedule.id)
    assert line.name == "duty_schedule.published"


def test_a_turn_of_somebody_who_is_away_covers_nothing() -> None:
    office = make_duty_office()
    note_leave(office.ines.id, part_of_week(10, 5), by=office.planner, at=PLANNED_AT)

    with pytest.raises(ScheduleHasGaps) as refusal:
        office.publish(DutyRole.NURSE, duty(office.ines))

    assert refusal.value.gaps == (part_of_week(10, 5),)


def test_where_two_schedules_speak_the_newer_one_holds() -> None:
    office = make_duty_office()
    office.publish(DutyRole.NURSE, duty(office.ines))

    middle = part_of_week(24, 24)
    office.publish(DutyRole.NURSE, duty(office.tobias, middle), period=middle, at=LATER)

    assert [who(office, hour) for hour in (23, 24, 47, 48)] == [
        ["Ines"],
        ["Tobias"],
        ["Tobias"],
        ["Ines"],
    ]


@pytest.mark.parametrize("role", [Role.INTAKE, Role.PRACTICE, Role.ANSWERING_SERVICE])
def test_only_people_who_may_answer_a_page_are_put_on_duty(role: Role) -> None:
    office = make_duty_office()

    with pytest.raises(NotForDuty):
        office.publish(DutyRole.NURSE, duty(make_account(role, office.tenant)))


def test_nobody_of_another_office_is_put_on_duty() -> None:
    office, other = make_duty_office(), make_duty_office()

    with pytest.raises(NotForDuty):
        office.publish(DutyRole.NURSE, duty(other.ines))


def test_a_nurse_does_not_publish() -> None:
    office = make_duty_office()
    nurse = office.ines.as_actor()

    with pytest.raises(NotAllowed):
        note_leave(office.ines.id, WEEK, by=nurse, at=PLANNED_AT)


def test_an_account_that_was_switched_off_is_on_no_duty() -> None:
    office = staffed_office()
    office.ines.is_active = False
    office.ines.save()

    assert who(office, 1) == ["Tobias"]


def shift_of(office: DutyOffice, name: str) -> Shift:
    return Shift.objects.get(
        tenant_id=office.tenant.id, account__name__startswith=name, given_up_at=None
    )


def test_a_part_of_a_shift_is_given_to_a_colleague_and_the_rest_stays() -> None:
    office = make_duty_office()
    schedule = office.publish(DutyRole.NURSE, duty(office.ines))

    swap_shift(
        shift_of(office, "Ines").id,
        to=office.tobias.id,
        part=part_of_week(10, 2),
        by=office.planner,
        at=LATER,
    )

    assert [who(office, hour) for hour in (9.9, 10, 11.9, 12)] == [
        ["Ines"],
        ["Tobias"],
        ["Tobias"],
        ["Ines"],
    ]
    line = history(office.tenant.id, schedule.id)[-1]
    assert (line.details["gave"], line.details["took"]) == ("Ines Kobayashi", "Tobias Achterberg")


def test_two_people_exchange_their_shifts() -> None:
    office = make_duty_office()
    office.publish(
        DutyRole.NURSE,
        duty(office.ines, part_of_week(0, 84)),
        duty(office.tobias, part_of_week(84, 84)),
    )

    swap_shift(
        shift_of(office, "Ines").id,
        to=office.tobias.id,
        in_return=shift_of(office, "Tobias").id,
        by=office.planner,
        at=LATER,
    )

    assert [who(office, hour) for hour in (0, 83, 84, 167)] == [
        ["Tobias"],
        ["Tobias"],
        ["Ines"],
        ["Ines"],
    ]


def test_a_swap_that_cannot_be_is_refused_with_its_reason() -> None:
    office = staffed_office()
    shift = shift_of(office, "Ines")
    by, week_over = office.planner, WEEK.ends_at
    stranger = shift_of(staffed_office(), "Ines")

    with pytest.raises(SwapRefused, match="has this shift already"):
        swap_shift(shift.id, to=office.ines.id, by=by, at=LATER)
    with pytest.raises(SwapRefused, match="is over"):
        swap_shift(shift.id, to=office.tobias.id, by=by, at=week_over)
    with pytest.raises(SwapRefused, match="inside the shift"):
        swap_shift(shift.id, to=office.tobias.id, part=part_of_week(160, 30), by=by, at=LATER)
    with pytest.raises(ShiftNotFound):
        swap_shift(stranger.id, to=office.tobias.id, by=by, at=LATER)
    swap_shift(shift.id, to=office.priya.id, by=by, at=LATER)
    with pytest.raises(SwapRefused, match="swapped already"):
        swap_shift(shift.id, to=office.tobias.id, by=by, at=LATER)


def test_nobody_takes_a_shift_over_while_away() -> None:
    office = make_duty_office()
    office.publish(DutyRole.NURSE, duty(office.ines))
    note_leave(office.tobias.id, part_of_week(20, 4), by=office.planner, at=PLANNED_AT)

    with pytest.raises(SwapRefused, match="Tobias Achterberg is away from Sunday"):
        swap_shift(shift_of(office, "Ines").id, to=office.tobias.id, by=office.planner, at=LATER)


def test_leave_waits_until_somebody_has_taken_the_shift_over() -> None:
    office = make_duty_office()
    office.publish(DutyRole.NURSE, duty(office.ines))
    free = part_of_week(30, 6)

    with pytest.raises(LeaveOpensGaps, match=r"Nurse on call: somebody else must first take over"):
        note_leave(office.ines.id, free, by=office.planner, at=LATER)
    swap_shift(
        shift_of(office, "Ines").id, to=office.tobias.id, part=free, by=office.planner, at=LATER
    )
    note_leave(office.ines.id, free, by=office.planner, at=LATER)

    assert [who(office, hour) for hour in (29, 30, 36)] == [["Ines"], ["Tobias"], ["Ines"]]


def test_leave_of_one_of_two_who_are_on_duty_opens_no_gap() -> None:
    office = staffed_office()

    note_leave(office.ines.id, part_of_week(30, 6), by=office.planner, at=LATER)

    assert who(office, 31) == ["Tobias"]
    assert who(office, 36) == ["Ines", "Tobias"]


def test_the_schedule_of_one_office_is_none_of_another_s() -> None:
    staffed_office()
    other = make_duty_office()

    assert who(other, 1) == []
    assert on_duty(other.tenant.id, DutyRole.NURSE, datetime(2026, 11, 23, tzinfo=UTC)) == []
