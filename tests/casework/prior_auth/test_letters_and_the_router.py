"""One truth for "what may I still do": each letter with a no names what the router leaves open.

Every line of business × license × who pays × other coverage × ground × urgency × said, in both
languages and for both readers: nothing more in the letter, nothing less.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product

import pytest

from factories.remedies import OFFICE, without_names
from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.domain.facts_of_a_no import No, Said, facts_of
from openmso.casework.prior_auth.domain.request import Urgency
from openmso.casework.prior_auth.remedies_named import as_a_letter_names_them
from openmso.casework.remedies.answer import Routed
from openmso.casework.remedies.router import PERSON, route
from openmso.casework.remedies.states import State
from openmso.office.letters.blocks import Block, elements, every_run
from openmso.office.letters.composing import compose
from openmso.office.letters.fields import (
    DenialFields,
    PartialApprovalFields,
    Remedy,
    RemedyKind,
)
from openmso.office.letters.fields import (
    Ground as LetterGround,
)
from openmso.office.letters.letter import Kind, Letter, Order, Reader
from openmso.office.letters.reading_level import reading_grade
from openmso.office.letters.specimens import SENT, specimen
from openmso.roster.plans.models import LineOfBusiness
from openmso.rulebook.book import default_rulebook
from openmso.standards.calendars import Span

pytestmark = pytest.mark.requirement("IMP-07")
MOST = 6.0
LETTERS = {Said.NO: Kind.DENIAL, Said.A_PART: Kind.PARTIAL_APPROVAL}
GROUNDS = {
    Ground.MEDICAL_APPROPRIATENESS: LetterGround.NOT_NECESSARY,
    Ground.NOT_COVERED: LetterGround.NOT_COVERED,
}
OTHERS: tuple[frozenset[str], ...] = (
    frozenset(),
    frozenset({"MA"}),
    frozenset({"MEDI-CAL"}),
    frozenset({"KK"}),
)
BOXES = {
    RemedyKind.PLAN_APPEAL: "appeal",
    RemedyKind.GRIEVANCE: "grievance",
    RemedyKind.STATE_HEARING: "state_hearing",
    RemedyKind.INDEPENDENT_REVIEW: "independent_medical_review",
    RemedyKind.KEEP_SERVICE: "keep_service",
    RemedyKind.A_PERSON: "whom_to_call",
}


def every_no() -> Iterator[No]:
    axes = product(
        LineOfBusiness.values, (True, False), (False, True), OTHERS, LETTERS, GROUNDS, Urgency
    )
    for line, licensed, self_funded, others, said, ground, urgency in axes:
        if line in others or (line in ("MA", "MEDI-CAL") and self_funded):
            continue
        for is_drug in (True, False) if line == "MA" else (False,):
            yield No(
                line_of_business=line,
                licensed_plan=licensed,
                self_funded=self_funded,
                other_lines=others,
                said=said,
                ground=ground,
                urgency=urgency,
                is_drug=is_drug,
                on=SENT,
            )


def contradicts_itself(no: No) -> bool:
    """The law of the letter is not that of the plan: such a letter waits for a person."""
    return no.line_of_business == "KK" and (no.self_funded or not no.licensed_plan)


EVERY_NO = tuple(every_no())
CLEAR = tuple(no for no in EVERY_NO if not contradicts_itself(no))


@cache
def routed(no: No) -> Routed:
    return route(facts_of(no), as_of=no.on, book=default_rulebook(), office=OFFICE)


def named(no: No) -> tuple[Remedy, ...]:
    return as_a_letter_names_them(routed(no))


def order(no: No, reader: Reader, language: str) -> Order:
    """The specimen of this letter with the remedies of this no."""
    blank = specimen(
        LETTERS[no.said],
        reader,
        line_of_business=no.line_of_business,
        language=language,
        ground=GROUNDS[no.ground or Ground.NOT_COVERED],
    )
    fields = blank.fields
    assert isinstance(fields, DenialFields | PartialApprovalFields)
    told = replace(fields, refusal=replace(fields.refusal, remedies=named(no)))
    return replace(blank, fields=told)


def letter_of(no: No, reader: Reader = Reader.MEMBER, language: str = "en") -> Letter:
    return compose(order(no, reader, language))


def words_of(blocks: tuple[Block, ...]) -> str:
    return "".join(run.text for run in every_run(blocks)).replace("\u00a0", " ")


def test_the_matrix_is_whole() -> None:
    assert len(EVERY_NO) > 300
    assert {no.line_of_business for no in CLEAR} == set(LineOfBusiness.values)


def test_a_letter_names_what_the_router_leaves_open_and_nothing_else() -> None:
    for no in EVERY_NO:
        ways = [
            one.key
            for one in routed(no).remedies
            if one.state is not State.CLOSED and not one.row.own_paper
        ]

        assert [one.key for one in named(no)] == ways, no


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_remedy_named_stands_in_the_letter_and_no_other_one(language: str) -> None:
    for no in CLEAR:
        letter = letter_of(no, language=language)
        there, remedies = elements(letter.blocks), named(no)

        boxes = {BOXES[one.kind] for one in remedies if one.kind in BOXES}
        assert there & set(BOXES.values()) == boxes, no
        text = words_of(letter.blocks)
        for one in remedies:
            if one.kind is RemedyKind.ANOTHER_WAY:
                assert one.name
                assert getattr(one.name, language) in text, no
        unnamed = {way.key for way in routed(no).remedies} - {one.key for one in remedies}
        for way in routed(no).remedies:
            if way.key in unnamed:
                assert f"{way.row.name.in_language(language)}. " not in text, no


def test_the_practice_reads_the_same_list() -> None:
    for no in CLEAR:
        letter = letter_of(no, Reader.PROVIDER)
        ways = next(block for block in letter.blocks if block.element == "appeal_how")

        assert len(items_of(ways)) == len(named(no)) - 1, no  # the person is the phone line
        assert "whom_to_call" in elements(letter.blocks)


def items_of(block: Block) -> tuple[object, ...]:
    items = getattr(block, "items", ())
    assert isinstance(items, tuple)
    return items


def test_what_is_open_today_has_its_last_day_or_says_that_nobody_here_knows_it() -> None:
    for no in CLEAR:
        text = words_of(letter_of(no).blocks)
        first = next(
            one for one in named(no) if one.kind in (RemedyKind.PLAN_APPEAL, RemedyKind.GRIEVANCE)
        )

        way = routed(no).named(first.key)
        assert way
        assert way.state is State.OPEN
        assert first.file_by == way.last_day
        if first.file_by:
            assert f"{first.file_by:%B} {first.file_by.day}, {first.file_by.year}" in text, no
        else:
            assert "We don’t know the last day to ask here." in text, no


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "A person must look at this with you. Call us at 1-800-555-0143"),
     ("es", "Una persona debe verlo con usted. Llámenos al 1-800-555-0143")],
)  # fmt: skip
def test_where_a_person_decides_the_letter_gives_the_number_to_call(
    language: str, words: str
) -> None:
    for no in CLEAR:
        text = words_of(letter_of(no, language=language).blocks)
        to_a_person = [
            way for way in routed(no).ways_on() if way.state is State.PERSON and way.key != PERSON
        ]

        assert text.count(words) == len(to_a_person), no
        assert not any(way.last_day for way in to_a_person)

    assert any(
        way.key == "imr" and way.state is State.PERSON
        for no in CLEAR
        for way in routed(no).ways_on()
    )


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.requirement("S004-05")
def test_every_warning_of_the_router_is_heard_once(language: str) -> None:
    for no in CLEAR:
        text = words_of(letter_of(no, language=language).blocks)

        warnings = {w.words for way in routed(no).ways_on() for w in way.warnings if not w.days}
        for words in warnings:
            assert text.count(words.in_language(language)) == 1, no

    both = next(no for no in CLEAR if no.line_of_business == "MEDI-CAL" and no.licensed_plan)
    assert "you may lose IMR" in words_of(letter_of(both).blocks)


def test_a_plan_whose_settings_contradict_each_other_gives_nothing_but_a_person() -> None:
    for no in set(EVERY_NO) - set(CLEAR):
        if no.self_funded:
            assert routed(no).named("federal_external_review")
            assert "independent_medical_review" not in {one.key for one in named(no)}
        else:
            assert all(one.by_a_person for one in named(no)), no


def test_whatever_a_letter_names_a_member_can_read_it() -> None:
    grades = {
        reading_grade(plain(letter_of(no))) for no in CLEAR if no.said is Said.NO and not no.is_drug
    }

    assert max(grades) <= MOST, sorted(grades)


def plain(letter: Letter) -> str:
    """Return what the letter says about going on, as its reading level is judged."""
    about = {*BOXES.values(), "other_ways", "mind_first", "who_may_help", "give_evidence"}
    return "\n".join(
        without_names("".join("it" if run.exempt else run.text for run in every_run((block,))))
        for block in letter.blocks
        if block.element in about
    )


def test_lengths_are_those_of_the_rules() -> None:
    for no in CLEAR:
        for one in named(no):
            way = routed(no).named(one.key)
            assert way
            has_a_length = way.rule is not None and isinstance(way.rule.value, Span)
            assert (one.file_within is not None) == has_a_length, one.key


def test_the_day_of_the_letter_counts() -> None:
    medi_cal = next(no for no in CLEAR if no.line_of_business == "MEDI-CAL")
    later = replace(medi_cal, on=date(2026, 11, 27))

    days = [next(one.file_by for one in named(no) if one.key == "plan_appeal")
            for no in (medi_cal, later)]  # fmt: skip

    assert days == [date(2027, 1, 23), date(2027, 1, 26)]
