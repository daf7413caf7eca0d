"""Whatever is typed into a search, the office answers: nothing found is an answer."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis.extra.django import TestCase
from hypothesis.strategies import characters, dates, one_of, sampled_from, text

from factories.roster import make_actor, make_member, make_plan, make_service_code, make_tenant
from openmso.roster.benefits.queries import authorization_answer, find_services, service_named
from openmso.roster.eligibility.actions.check_eligibility import (
    EligibilityQuestion,
    check_eligibility,
)
from openmso.roster.eligibility.models import EligibilityReceipt
from openmso.roster.eligibility.queries import receipt_numbered
from openmso.roster.members.domain.search import MemberSearch, NotEnoughToSearch
from openmso.roster.providers.queries import find_practitioners, practices_named
from openmso.standards.codes.diagnoses import diagnosis, find_diagnoses

ODD = sampled_from(
    ["\x00", "a\x00b", "\ud800", "%", "_", "\\", "'", "a:*&!", "<->", "x" * 5000, "é" * 3000, "٣٤"]
)
TYPED = one_of(ODD, text(characters(), max_size=60))
NOW = datetime(2026, 5, 4, 17, 0, tzinfo=UTC)


class NothingThatIsTypedBreaksASearch(TestCase):
    @effort(max_examples=60)
    @given(TYPED, TYPED, dates())
    def test_members_and_receipts(self, name: str, number: str, day: date) -> None:
        office = make_tenant(key=f"office-{uuid4()}")
        make_member(office)
        desk = make_actor(office)
        search = MemberSearch(family_name=name, given_name=name, number=number, birth_date=day)

        try:
            receipt = check_eligibility(
                EligibilityQuestion(search=search, for_date=day), by=desk, at=NOW
            )
        except NotEnoughToSearch:
            assert not search.family_prefix
            assert not search.plain_number
        else:
            assert receipt_numbered(desk, receipt.number).outcome == "not_found"
        with pytest.raises(EligibilityReceipt.DoesNotExist):
            receipt_numbered(desk, number + "?")

    @effort(max_examples=60)
    @given(TYPED)
    def test_services_diagnoses_and_the_network(self, typed: str) -> None:
        make_service_code("S8042", "Scan", plain_names="mri knee")
        office = make_tenant(key=f"office-{uuid4()}")
        plan, desk = make_plan(office), make_actor(office)

        assert len(find_services(typed, on=NOW.date())) <= 25
        assert service_named(typed + "zzzzz") is None
        assert len(find_diagnoses(typed)) <= 25
        assert diagnosis(typed + "zzzzzzzz") is None
        assert find_practitioners(desk, typed, on=NOW.date()) == []
        assert practices_named(desk, typed) == []
        answer = authorization_answer(office.id, plan.id, "MA", typed, NOW.date())
        assert answer.answer == "not_listed"
