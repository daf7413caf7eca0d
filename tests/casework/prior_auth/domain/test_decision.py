"""The guard as a pure function: one missing condition is enough for a no to the no."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis.strategies import booleans, builds, frozensets, sampled_from

from openmso.casework.prior_auth.domain.decision import (
    DenialFacts,
    Ground,
    NotQualifiedToDeny,
    SignerFacts,
    require_qualified_signer,
    why_not,
)

pytestmark = pytest.mark.requirement("IMP-04", "S003-38")

PAPER = uuid4()
SIGNER = SignerFacts(
    is_person=True,
    may_deny=True,
    licensed_in=frozenset({"CA"}),
    specialties=frozenset({"207Q00000X"}),
    attested=True,
    opened_documents=frozenset({PAPER}),
)
DENIAL = DenialFacts(
    ground=Ground.MEDICAL_APPROPRIATENESS,
    state="CA",
    review_specialties=frozenset({"207Q00000X"}),
    documents=frozenset({PAPER}),
    criteria_edition_id=uuid4(),
    benefit_section_id=None,
    clinical_reason="No weakness is documented.",
    plain_reason="Your notes do not show a weak leg.",
)


def test_a_qualified_physician_who_read_the_record_may_deny() -> None:
    require_qualified_signer(SIGNER, DENIAL)

    assert not why_not(SIGNER, DENIAL)


@pytest.mark.parametrize(
    "signer",
    [
        replace(SIGNER, is_person=False),
        replace(SIGNER, may_deny=False),
        replace(SIGNER, licensed_in=frozenset({"AZ"})),
        replace(SIGNER, specialties=frozenset({"2084P0800X"})),
        replace(SIGNER, attested=False),
        replace(SIGNER, opened_documents=frozenset()),
    ],
)
def test_each_condition_of_the_signer_counts(signer: SignerFacts) -> None:
    assert len(why_not(signer, DENIAL)) == 1


@pytest.mark.parametrize(
    "denial",
    [
        replace(DENIAL, criteria_edition_id=None),
        replace(DENIAL, documents=frozenset()),
        replace(DENIAL, documents=frozenset({PAPER, uuid4()})),
        replace(DENIAL, clinical_reason=" "),
        replace(DENIAL, plain_reason=""),
        replace(DENIAL, ground=Ground.NOT_COVERED),
    ],
)
def test_each_condition_of_the_record_counts(denial: DenialFacts) -> None:
    assert len(why_not(SIGNER, denial)) == 1


def test_a_benefit_ground_needs_no_clinical_papers_but_its_section() -> None:
    denial = replace(
        DENIAL,
        ground=Ground.NOT_COVERED,
        documents=frozenset(),
        benefit_section_id=uuid4(),
        criteria_edition_id=None,
    )

    assert why_not(SIGNER, denial) == ()


def test_every_reason_is_told_at_once() -> None:
    nobody = SignerFacts(
        is_person=False,
        may_deny=False,
        licensed_in=frozenset(),
        specialties=frozenset(),
        attested=False,
        opened_documents=frozenset(),
    )

    with pytest.raises(NotQualifiedToDeny) as refused:
        require_qualified_signer(nobody, DENIAL)

    assert len(refused.value.reasons) == 6


papers = frozensets(sampled_from([PAPER, UUID(int=1), UUID(int=2)]))
signers = builds(
    SignerFacts,
    is_person=booleans(),
    may_deny=booleans(),
    licensed_in=frozensets(sampled_from(["CA", "AZ"])),
    specialties=frozensets(sampled_from(["207Q00000X", "2084P0800X"])),
    attested=booleans(),
    opened_documents=papers,
)


@given(signer=signers, documents=papers)
def test_nobody_passes_unless_every_condition_holds(
    signer: SignerFacts, documents: frozenset[UUID]
) -> None:
    denial = replace(DENIAL, documents=documents)

    qualified = (
        signer.is_person
        and signer.may_deny
        and "CA" in signer.licensed_in
        and "207Q00000X" in signer.specialties
        and signer.attested
        and bool(documents)
        and documents <= signer.opened_documents
    )

    assert (why_not(signer, denial) == ()) is qualified
