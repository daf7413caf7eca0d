"""The papers we print: the member's application with its letters, our record, in plain words."""

from collections.abc import Iterator
from datetime import date

import pytest

from factories.external_review import PREPARED_AT, make_review, review_desk
from factories.prior_auth import World, make_world
from openmso.casework.external_review.actions.build_our_papers import build_our_papers
from openmso.casework.external_review.actions.print_application import print_application
from openmso.casework.external_review.domain.packet import Doctor, OwedBy, Step
from openmso.casework.external_review.queries import papers_of
from openmso.casework.external_review.says import every_text
from openmso.office.content.actions.add_organizations import add_organizations
from openmso.office.content.new_organization import NewOrganization
from openmso.office.documents.store import read
from openmso.office.letters.reading_level import reading_grade
from printed_lines import languages_in, printed_lines

OUTSIDE = Doctor(name="Omar Haddad, MD", in_network=False)
READ_BY_DOCTORS = {"urgency_title", "urgency_words", "doctors_signature"}


def publish_regulator(world: World) -> None:
    add_organizations(
        [
            NewOrganization(
                purpose="regulator",
                program="KK",
                name="Department of Examples",
                name_es="Departamento de Ejemplos",
                address="Help Center\n100 Sample Street\nSacramento, CA 95800",
                fax="916-555-0100",
                from_on=date(2026, 1, 1),
            )
        ],
        by=review_desk(world),
        at=PREPARED_AT,
    )


@pytest.mark.django_db
@pytest.mark.requirement("S004-15")
@pytest.mark.requirement("S004-34")
@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            ["Where to send it", "Help Center", "Sacramento, CA 95800", "You pay nothing."],
        ),
        (
            "es",
            ["Adónde mandarlo", "Departamento de Ejemplos", "Usted no paga nada."],
        ),
    ],
)
def test_the_application_is_filled_in_with_address_checklist_and_letters(
    language: str, words: list[str]
) -> None:
    world = make_world("KK")
    publish_regulator(world)
    by = review_desk(world)
    case = make_review(world, by=by, urgent=True, outside_doctors=(OUTSIDE,))

    paper = print_application(case.id, language=language, by=by, at=PREPARED_AT)

    text = "\n".join(printed_lines(paper))
    for word in (*words, world.member.full_name, OUTSIDE.name, case.request.number):
        assert word in text, word
    assert languages_in(paper) == {f"{language}-US"}
    assert text.count(OUTSIDE.name) >= 3  # the checklist, and a letter that is ready to sign


@pytest.mark.django_db
def test_without_a_stored_address_the_paper_says_whom_to_call() -> None:
    world = make_world("KK")
    by = review_desk(world)
    case = make_review(world, by=by)

    paper = print_application(case.id, language="en", by=by, at=PREPARED_AT)

    assert "Call us for the address." in " ".join(printed_lines(paper))


@pytest.mark.django_db
def test_our_own_part_of_the_packet_is_printed_from_the_case() -> None:
    world = make_world("KK")
    by = review_desk(world)
    case = make_review(world, by=by)

    build_our_papers(case.id, by=by, at=PREPARED_AT)

    ours = [one for one in papers_of(case) if one.owed_by == OwedBy.US]
    assert [one.step for one in ours] == [Step.RECEIVED] * 3
    record = ours[0].document
    assert record is not None
    text = " ".join(printed_lines(read(record.sha256)))
    assert "No weakness of a leg is documented." in text
    assert "Private and confidential under California law" in text


def texts() -> Iterator[tuple[str, str]]:
    for key, words in every_text().items():
        if key not in READ_BY_DOCTORS:
            yield key, words.en.format(holder="Ana Ruiz") if "{" in words.en else words.en


def test_what_members_read_is_at_grade_six_or_below() -> None:
    whole = " ".join(text if text.endswith((".", "?")) else f"{text}." for _, text in texts())

    assert reading_grade(whole) <= 6


@pytest.mark.parametrize("key", [key for key, _ in texts()])
def test_every_text_is_there_in_both_languages(key: str) -> None:
    words = every_text()[key]

    assert words.es
    assert words.en.count("{") == words.es.count("{")
