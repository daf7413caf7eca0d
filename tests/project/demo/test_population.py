"""The demo's people: invented, varied, and the same every time."""

from collections import Counter
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis.strategies import integers

from factories.roster import make_tenant
from openmso.office.access.actor import Actor
from openmso.project.demo import cast
from openmso.project.demo.population.contracts import AZ_OFFICE, LA_OFFICE
from openmso.project.demo.population.invented_numbers import (
    invented_cin,
    invented_mbi,
    invented_npi,
)
from openmso.project.demo.population.network import practices, practitioners
from openmso.project.demo.population.people import people
from openmso.project.demo.population.places import LOS_ANGELES
from openmso.project.demo.population.written import DemoRoster
from openmso.project.demo.roster import AZ, LA, build_az_roster, build_la_roster
from openmso.roster.benefits.queries import authorization_answer, find_services
from openmso.roster.eligibility.actions.check_eligibility import (
    EligibilityQuestion,
    check_eligibility,
)
from openmso.roster.eligibility.domain.answer import Outcome
from openmso.roster.eligibility.queries import coverage_history, coverage_on, coverages_on
from openmso.roster.members.domain.search import MemberSearch
from openmso.roster.members.models import Member
from openmso.roster.plans.domain.delegation import DecidedBy
from openmso.roster.plans.models import Delegation
from openmso.roster.plans.queries import delegation_on
from openmso.standards.identifiers.cin import parse_cin
from openmso.standards.identifiers.mbi import parse_mbi
from openmso.standards.identifiers.npi import parse_npi

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)


@given(integers(0, 99_999_999))
def test_invented_numbers_pass_every_check(serial: int) -> None:
    assert parse_npi(invented_npi(serial)).startswith("2")
    assert parse_mbi(invented_mbi(serial))
    assert parse_cin(invented_cin(serial))


def test_invented_medicare_numbers_do_not_repeat() -> None:
    assert len({invented_mbi(serial) for serial in range(20_000)}) == 20_000


def test_the_same_seed_makes_the_same_people_and_another_one_others() -> None:
    one, again = (list(people(50, 7, on=TODAY, region=LA)) for _ in range(2))

    assert one == again
    assert one != list(people(50, 8, on=TODAY, region=LA))


def test_a_population_speaks_the_languages_of_the_city_and_reads_in_every_format() -> None:
    crowd = list(people(2000, 7, on=TODAY, region=LA))

    spoken = Counter(person.spoken_language for person in crowd)
    assert set(spoken) == {
        *("en", "es", "zh-Hant", "ko", "vi", "hy", "tl", "fa", "ru", "ar", "km", "ja")
    }
    formats = Counter(person.letter_format for person in crowd)
    assert 50 <= formats["large_print"] <= 110
    assert 2 <= formats["braille"] <= 25


def test_nobody_is_covered_before_birth_or_learned_of_in_the_future() -> None:
    for person in people(2000, 7, on=TODAY, region=LA):
        assert person.birth_date < TODAY
        for span in person.spans:
            assert span.from_on > person.birth_date
            assert span.learned_at < NOW
            assert span.corrected_at is None or span.learned_at < span.corrected_at < NOW
        for earlier, later in pairwise(person.spans):
            assert earlier.until_on is not None
            assert earlier.until_on <= later.from_on


def test_telephone_numbers_are_the_ones_kept_for_fiction() -> None:
    crowd = [*people(200, 7, on=TODAY, region=LA), *cast.la_cast(TODAY), *cast.az_cast(TODAY)]

    assert all(person.phone[3:10] == "-555-01" for person in crowd)


def test_forty_practices_and_their_people_have_names_and_numbers_of_their_own() -> None:
    ipas = tuple(ipa.key for ipa in LA.ipas)
    places = practices(34, 7, state="CA", ipas=ipas, places=LOS_ANGELES)
    treating = practitioners(places, 7, ipas=ipas)

    assert len({place.name for place in places}) == 34
    numbers = [each.npi for each in treating] + [place.npi for place in places]
    assert len(set(numbers)) == len(numbers) == 34 * 4
    for ipa in ipas:
        here = [each for each in treating if ipa in each.ipas]
        assert any(each.primary_care for each in here)
        assert any(each.specialty_code == "207X00000X" for each in here)


@pytest.fixture
def office() -> DemoRoster:
    tenant = make_tenant(**LA_OFFICE)
    return build_la_roster(tenant, members=120, at=NOW, progress=lambda *_: None)


def _check(office: DemoRoster, key: str, on: date) -> str:
    question = EligibilityQuestion(
        search=MemberSearch(member_id=office.cast[key].id),
        for_date=on,
        ipa_id=office.ipa_ids[cast.PRACTICE_IPA],
    )
    by = Actor.system("test", office.tenant.id)
    return check_eligibility(question, by=by, at=NOW).outcome


@pytest.mark.django_db
def test_the_cast_tells_every_story_of_eligibility(office: DemoRoster) -> None:
    assert _check(office, cast.ROSA, TODAY) == Outcome.ELIGIBLE
    assert _check(office, cast.WRONG_IPA, TODAY) == Outcome.WRONG_IPA
    assert _check(office, cast.COVERAGE_ENDED, TODAY) == Outcome.NOT_ELIGIBLE
    assert _check(office, cast.COVERAGE_ENDED, date(2026, 10, 31)) == Outcome.ELIGIBLE
    assert _check(office, cast.DECEASED, TODAY) == Outcome.NOT_ELIGIBLE


@pytest.mark.django_db
def test_the_namesakes_are_two_people(office: DemoRoster) -> None:
    one = Member.objects.get(id=office.cast[cast.NAMESAKE_ONE].id)
    search = MemberSearch(family_name=one.family_name, birth_date=one.birth_date)

    receipt = check_eligibility(
        EligibilityQuestion(search=search, for_date=TODAY),
        by=Actor.system("test", office.tenant.id),
        at=NOW,
    )

    assert receipt.outcome == Outcome.MORE_THAN_ONE


@pytest.mark.django_db
def test_late_news_changed_what_is_known_and_not_what_was_known(office: DemoRoster) -> None:
    tenant_id, member_id = office.tenant.id, office.cast[cast.LATE_NEWS].id
    october = date(2026, 10, 5)

    assert coverage_on(tenant_id, member_id, october) is None
    assert coverage_on(tenant_id, member_id, october, datetime(2026, 10, 5, tzinfo=UTC)) is not None
    assert len(coverage_history(tenant_id, member_id)) == 2


@pytest.mark.django_db
def test_of_two_plans_medicare_pays_before_medi_cal(office: DemoRoster) -> None:
    both = coverages_on(office.tenant.id, office.cast[cast.TWO_PLANS].id, TODAY)

    assert [coverage.line_of_business for coverage in both] == ["MA", "MEDI-CAL"]


@pytest.mark.django_db
@pytest.mark.requirement("S003-04")
def test_one_plan_keeps_the_decision_for_one_ipa(office: DemoRoster) -> None:
    member = office.cast[cast.PLAN_DECIDES]
    terms = {
        ipa: delegation_on(
            office.tenant.id,
            office.plan_ids[member.plan],
            ipa_id,
            Delegation.Function.UTILIZATION_MANAGEMENT,
            TODAY,
        ).decided_by
        for ipa, ipa_id in office.ipa_ids.items()
    }

    assert terms == {
        "mariposa": DecidedBy.US,
        "seaglass": DecidedBy.US,
        "lantern-hill": DecidedBy.PLAN,
    }


@pytest.mark.django_db
def test_the_knee_scan_of_the_story_is_found_and_needs_an_authorization(
    office: DemoRoster,
) -> None:
    found = find_services("MRI knee", on=TODAY)
    rosa = office.cast[cast.ROSA]
    answer = authorization_answer(
        office.tenant.id, office.plan_ids[rosa.plan], "MEDI-CAL", found[0].code, TODAY
    )

    assert found[0].code == "S8042"
    assert (answer.answer, answer.criteria_key) == ("required", "joint_mri")


@pytest.mark.django_db
def test_the_size_of_the_office_is_what_was_asked_for(office: DemoRoster) -> None:
    assert Member.objects.filter(tenant=office.tenant).count() == len(office.members) == 120
    assert len(office.practices) == 34
    assert len(office.practitioners) == 102


@pytest.mark.django_db
def test_the_arizona_group_stands_for_itself() -> None:
    tenant = make_tenant(**AZ_OFFICE)

    group = build_az_roster(tenant, members=20, at=NOW, progress=lambda *_: None)

    assert set(group.cast) == {cast.MARCUS}
    assert {ipa.key for ipa in AZ.ipas} == set(group.ipa_ids)
    assert Member.objects.filter(tenant=tenant, state="AZ").count() == 20
