"""The three-party checklist: what we get, what the network's doctors hold, whom the member asks."""

import pytest

from openmso.casework.external_review.domain.packet import (
    Doctor,
    Gathered,
    Kind,
    OwedBy,
    Paper,
    Step,
    checklist,
    doctors_to_ask,
    in_the_way,
    still_missing,
)

ANA = Doctor(name="Ana Lim, MD", in_network=True, place="Lim Practice; phone 213-555-0161")
OMAR = Doctor(name="Omar Haddad, MD", in_network=False)


def a_checklist(*doctors: Doctor, urgent: bool = False, unproven: bool = False) -> list[Paper]:
    return list(checklist(doctors, urgent=urgent, experimental=unproven, application=True))


@pytest.mark.requirement("S004-35")
def test_the_records_of_a_doctor_in_the_network_are_our_own_task() -> None:
    records = [one for one in a_checklist(ANA, OMAR) if one.holder == ANA.name]

    assert [(one.kind, one.owed_by, one.place) for one in records] == [
        (Kind.DOCTORS_RECORDS, OwedBy.NETWORK_DOCTOR, ANA.place)
    ]


@pytest.mark.requirement("S004-34")
def test_the_member_is_told_exactly_which_doctors_to_ask() -> None:
    assert [one.holder for one in doctors_to_ask(a_checklist(ANA, OMAR))] == [OMAR.name]


def test_a_doctor_who_is_named_twice_is_asked_once() -> None:
    assert len(doctors_to_ask(a_checklist(ANA, OMAR, OMAR))) == 1


@pytest.mark.requirement("S004-30")
def test_an_urgent_application_wants_the_treating_doctors_note() -> None:
    [note] = [one for one in a_checklist(ANA, urgent=True) if one.kind is Kind.URGENCY_CERTIFICATE]

    assert (note.owed_by, note.holder) == (OwedBy.TREATING_DOCTOR, ANA.name)
    assert Kind.URGENCY_CERTIFICATE not in {one.kind for one in a_checklist(ANA)}


def test_care_that_was_called_unproven_wants_the_doctors_certificate() -> None:
    kinds = {one.kind for one in a_checklist(ANA, unproven=True)}

    assert Kind.THERAPY_CERTIFICATE in kinds


def test_only_what_is_ours_to_get_holds_the_packet_back() -> None:
    papers = [Gathered(paper=one, step=Step.ASKED) for one in a_checklist(ANA, OMAR, urgent=True)]

    waiting = {one.owed_by for one in in_the_way(papers)}

    assert waiting == {OwedBy.US, OwedBy.NETWORK_DOCTOR}


@pytest.mark.parametrize(("why", "holds_back"), [("The practice burned down.", False), (" ", True)])
def test_a_paper_that_cannot_be_had_needs_its_reason(why: str, holds_back: bool) -> None:
    paper = Gathered(paper=a_checklist(ANA)[0], step=Step.NOT_TO_BE_HAD, why_not=why)

    assert bool(in_the_way([paper])) is holds_back


@pytest.mark.requirement("S004-33")
def test_what_is_missing_names_every_party() -> None:
    papers = [Gathered(paper=one, step=Step.NEEDED) for one in a_checklist(ANA, OMAR)]
    papers[0] = Gathered(paper=papers[0].paper, step=Step.RECEIVED)

    missing = still_missing(papers)

    assert papers[0].paper not in missing
    assert {one.holder for one in missing} >= {ANA.name, OMAR.name}
