"""A member reads the own care plan, sets goals and has a say; in English and Spanish."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from factories.access import make_account, sign_in
from factories.care import OPENED_AT, make_care_case, make_full_care_case, worker_of
from factories.prior_auth import World
from factories.roster import make_member
from openmso.care.case_management.actions.close_case import close_case
from openmso.care.case_management.actions.write_plan import Plan, write_plan
from openmso.care.case_management.domain.states import Closing
from openmso.care.case_management.models import Comment, Goal, Task
from openmso.office.access.roles import Role
from openmso.office.letters.reading_level import reading_grade
from page_checks import assert_ids_resolve, assert_nothing_inline

from .conftest import SignedIn
from .pages_read import sentences_of, words_of

PAGE = "/member/care-plan/"


def test_who_has_no_plan_reads_how_to_get_one(member: Client) -> None:
    assert "You have no care plan now" in words_of(member.get(PAGE))


@pytest.mark.requirement("S000-33", "S001-28", "S001-34")
@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ("We want to keep your heart strong.", "Walk to the park.", "We work on it")),
        ("es", ("Queremos cuidar su corazón.", "Walk to the park.", "En eso estamos")),
    ],
)
def test_a_member_reads_the_plan_in_the_own_language(
    world: World, member_in: SignedIn, language: str, sentences: tuple[str, ...]
) -> None:
    make_full_care_case(world)

    words = words_of(member_in(language).get(PAGE))

    assert all(sentence in words for sentence in sentences), words


@pytest.mark.requirement("S000-33", "S001-34")
def test_a_member_sets_a_goal_and_says_something_and_we_owe_an_answer(
    world: World, member_in: SignedIn
) -> None:
    make_care_case(world)
    member = member_in("es")

    goal = member.post(f"{PAGE}goal/", {"goal-words": "Bailar en la boda."})
    said = member.post(f"{PAGE}say/", {"say-words": "No puedo pararme en la báscula."})

    assert (goal.status_code, said.status_code) == (302, 302)
    assert (Goal.objects.get().by_member, Goal.objects.get().language) == (True, "es")
    assert Comment.objects.get().words in words_of(member.get(PAGE))
    assert Task.objects.count() == 1


@pytest.mark.parametrize("box", ["goal", "say"])
def test_an_empty_box_is_told_beside_it_and_nothing_is_kept(
    world: World, member: Client, box: str
) -> None:
    make_care_case(world)

    answer = member.post(f"{PAGE}{box}/", {f"{box}-words": " "})

    assert answer.status_code == 422
    assert "Fill this in." in words_of(answer)
    assert_ids_resolve(answer.content.decode())
    assert not Goal.objects.exists()
    assert not Comment.objects.exists()


def test_a_plan_that_has_ended_is_read_and_no_longer_spoken_to(
    world: World, member: Client
) -> None:
    case = make_care_case(world)
    close_case(case.id, Closing.GOALS_REACHED, "", by=worker_of(case), at=OPENED_AT)

    assert "This plan has come to its end" in words_of(member.get(PAGE))
    assert member.post(f"{PAGE}say/", {"say-words": "Hello"}).status_code == 404


def test_nobody_reads_another_member_s_plan(world: World) -> None:
    make_full_care_case(world)
    stranger = make_account(Role.MEMBER, world.tenant, member_id=make_member(world.tenant).id)

    words = words_of(sign_in(Client(), stranger).get(PAGE))

    assert "You have no care plan now" in words


def test_the_page_reads_at_grade_six_or_below_and_holds_nothing_inline(
    world: World, member: Client
) -> None:
    make_full_care_case(world)

    page = member.get(PAGE)

    assert reading_grade(sentences_of(page)) <= 6
    assert_ids_resolve(page.content.decode())
    assert_nothing_inline(page.content.decode())


def test_the_letter_leads_back_to_the_plan(world: World, member: Client) -> None:
    make_full_care_case(world)

    letters = member.get("/member/letters/")
    address = next(
        part for part in letters.content.decode().split('"') if part.startswith("/member/letters/0")
    )

    assert "Your care plan" in words_of(letters)
    assert f'href="{PAGE}"' in member.get(address).content.decode()


def test_the_page_asks_for_eight_statements_at_most(world: World, member: Client) -> None:
    make_full_care_case(world)
    member.get("/member/")

    with CaptureQueriesContext(connection) as seen:
        assert member.get(PAGE).status_code == 200

    assert len(seen) - 2 <= 8, "\n".join(one["sql"] for one in seen.captured_queries)


def test_what_somebody_wrote_into_the_plan_stays_text(world: World, member: Client) -> None:
    case = make_care_case(world)
    poison = Plan(doctor="Dr. Abara", about="<script>zq7()</script>", steps="<b>zq7</b>\n{{ 7 }}")
    write_plan(case.id, poison, by=worker_of(case), at=OPENED_AT)

    html = member.get(PAGE).content.decode()

    assert "<script>zq7" not in html
    assert "<b>" not in html
    words = words_of(member.get(PAGE))
    assert all(text in words for text in (poison.about, "<b>zq7</b>", "{{ 7 }}"))
