"""Every kind of no, under every coverage, fast or not: the right ways on, letters and clocks.

What is expected stands in every_no.yaml, worked out from the law and not from the program.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from openmso.casework.appeals.domain.claim import Basis
from openmso.casework.appeals.domain.clock_facts import (
    ACKNOWLEDGE,
    DECIDE,
    PAY,
    SEND_ON,
    TELL_NOT_FAST,
    ClockFacts,
)
from openmso.casework.appeals.domain.deadlines import clocks
from openmso.casework.appeals.domain.deciding import Result
from openmso.casework.appeals.domain.facts_for_the_router import Course, after, facts_of_claim
from openmso.casework.appeals.domain.letters_owed import letters_owed, steps_of
from openmso.casework.appeals.domain.silence import meaning_of_silence
from openmso.casework.appeals.domain.speed import FastBy, Wish, fast_by
from openmso.casework.appeals.domain.types import Authority, FiledBy
from openmso.casework.external_review.domain.clocks import Facts as OutsideFacts
from openmso.casework.external_review.domain.clocks import due_when_ruled, due_when_told
from openmso.casework.external_review.domain.forum import Forum
from openmso.casework.prior_auth.domain import letters_owed as first_letters
from openmso.casework.prior_auth.domain.decision import Ground
from openmso.casework.prior_auth.domain.facts_of_a_no import No, Said, facts_of
from openmso.casework.prior_auth.domain.letters_owed import Receiver
from openmso.casework.prior_auth.domain.request import Urgency
from openmso.casework.prior_auth.domain.ruling import RuledBy
from openmso.casework.prior_auth.domain.states import Move
from openmso.casework.prior_auth.remedies_named import as_a_letter_names_them
from openmso.casework.remedies.answer import Routed
from openmso.casework.remedies.facts import Facts
from openmso.casework.remedies.router import route
from openmso.office.letters import fields as f
from openmso.office.letters.composing import compose
from openmso.office.letters.letter import Kind, Order, Reader
from openmso.office.letters.specimens import specimen
from openmso.rulebook.book import default_rulebook
from openmso.rulebook.duty_clocks import governing
from openmso.rulebook.vocabulary import Consequence
from openmso.standards.calendars import OfficeCalendar

WANTED: Mapping[str, Any] = yaml.safe_load(
    Path(__file__).with_name("every_no.yaml").read_text(encoding="utf-8")
)
BOOK, OFFICE = default_rulebook(), OfficeCalendar.of("America/Los_Angeles")
TOLD_ON, FILED_ON, ANSWERED_ON = date(2026, 10, 12), date(2026, 10, 14), date(2026, 10, 15)
FILED_AT = datetime(2026, 10, 14, 17, 0, tzinfo=UTC)
ANSWERED_AT = FILED_AT + timedelta(days=1)

GROUNDS = {
    "not necessary": Ground.MEDICAL_APPROPRIATENESS,
    "not covered": Ground.NOT_COVERED,
    "in part": Ground.MEDICAL_APPROPRIATENESS,
    "part b drug": Ground.MEDICAL_APPROPRIATENESS,
    "silence": None,
    "payment": None,
}
GROUND_OF_LETTER = {
    Ground.MEDICAL_APPROPRIATENESS: f.Ground.NOT_NECESSARY,
    Ground.NOT_COVERED: f.Ground.NOT_COVERED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Combination:
    """One no. `fast`: somebody wants the appeal to be handled fast."""

    coverage: str
    kind: str
    fast: bool

    def __str__(self) -> str:
        return f"{self.coverage}, {self.kind}{', fast' if self.fast else ''}"

    @property
    def covered(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = WANTED["coverages"][self.coverage]
        return found

    @property
    def line(self) -> str:
        return str(self.covered["line_of_business"])

    @property
    def about_payment(self) -> bool:
        return self.kind == "payment"

    @property
    def urgency(self) -> Urgency:
        """How it is handled, by the product's own word."""
        wish = Wish(
            asked=self.fast,
            physician_says=False,
            first_was_fast=False,
            about_payment=self.about_payment,
        )
        return Urgency.STANDARD if fast_by(wish) is FastBy.NOBODY else Urgency.EXPEDITED

    def wanted(self, table: str) -> Mapping[str, Any]:
        """Return the one row of this table that is written for it."""
        return rows_for(self, table)[0]

    def first_no(self, ground: Ground | None) -> Facts:
        no = No(
            line_of_business=self.line,
            licensed_plan=self.covered["licensed"],
            self_funded=False,
            other_lines=frozenset(self.covered["besides"]),
            said=Said.A_PART if self.kind == "in part" else Said.NO,
            ground=ground,
            urgency=self.urgency,
            is_drug=self.kind == "part b drug",
            on=TOLD_ON,
        )
        return facts_of_claim(no, Basis.EMERGENCY_PAYMENT) if self.about_payment else facts_of(no)

    def clock_facts(self, **more: Any) -> ClockFacts:
        return ClockFacts(
            line_of_business=self.line,
            urgency=self.urgency,
            is_drug=self.kind == "part b drug",
            filed_by=FiledBy.MEMBER,
            authority=Authority.NOT_NEEDED,
            received_at=FILED_AT,
            about_payment=self.about_payment,
            **more,
        )


def rows_for(combination: Combination, table: str) -> list[Mapping[str, Any]]:
    return [
        row
        for row in WANTED[table]
        if combination.coverage in row.get("coverage", WANTED["coverages"])
        and combination.kind in row.get("kind", WANTED["kinds"])
        and row.get("fast", combination.fast) == combination.fast
    ]


def every() -> Iterator[Combination]:
    for coverage, kind, fast in product(WANTED["coverages"], WANTED["kinds"], (False, True)):
        yield Combination(coverage=coverage, kind=kind, fast=fast)


EVERY = tuple(every())
of_each_coverage = pytest.mark.parametrize("coverage", WANTED["coverages"])


def noes_under(coverage: str) -> Iterator[Combination]:
    return (no for no in EVERY if no.coverage == coverage)


def test_the_table_answers_every_combination_once() -> None:
    tables = ("clocks", "remedies", "letters", "outside")

    wrong = [(table, str(no)) for no in EVERY for table in tables if len(rows_for(no, table)) != 1]

    assert wrong == []
    assert len(EVERY) == 5 * 6 * 2


@cache
def rule_that_governs(facts: ClockFacts, purpose: str) -> str | None:
    found = governing(clocks(facts, BOOK, OFFICE), purpose)
    return found.rule.id if found else None


def clocks_found(no: Combination) -> dict[str, str | None]:
    """Return what the row of the clocks names, worked out by the product."""
    usual = no.clock_facts()
    stands = no.clock_facts(answered_at=ANSWERED_AT, result=Result.UPHELD)
    refused_at = FILED_AT + timedelta(hours=3)
    refused = replace(usual, urgency=Urgency.STANDARD, fast_refused_at=refused_at)
    paid = no.clock_facts(
        answered_at=ANSWERED_AT,
        result=Result.OVERTURNED,
        ordered_at=ANSWERED_AT,
        ordered_by=RuledBy.PLAN,
    )
    late = meaning_of_silence(usual, BOOK, OFFICE, passed_at=ANSWERED_AT)
    was_fast = no.urgency is Urgency.EXPEDITED
    found = {
        "answer": rule_that_governs(usual, DECIDE),
        "acknowledge": rule_that_governs(usual, ACKNOWLEDGE),
        "goes_on": rule_that_governs(stands, SEND_ON),
        "late": late.rule.id if late.rule else None,
        "not_fast": rule_that_governs(refused, TELL_NOT_FAST) if was_fast else None,
        "pay": rule_that_governs(paid, PAY) if no.about_payment else None,
    }
    assert late.sends_on == (found["goes_on"] is not None)
    return found


@of_each_coverage
def test_the_first_clock_and_those_that_follow_are_those_of_the_law(coverage: str) -> None:
    names = ("answer", "acknowledge", "goes_on", "late", "not_fast", "pay")
    wanted = {
        str(no): {name: no.wanted("clocks").get(name) for name in names}
        for no in noes_under(coverage)
    }

    assert {str(no): clocks_found(no) for no in noes_under(coverage)} == wanted


@of_each_coverage
def test_a_refused_wish_leaves_the_usual_time_from_the_first_receipt(coverage: str) -> None:
    for no in noes_under(coverage):
        refused_at = FILED_AT + timedelta(hours=3)
        facts = replace(no.clock_facts(), urgency=Urgency.STANDARD, fast_refused_at=refused_at)

        answer = governing(clocks(facts, BOOK, OFFICE), DECIDE)

        assert answer is not None
        usual = replace(no, fast=False).wanted("clocks")["answer"]
        assert (answer.rule.id, answer.started_at) == (usual, FILED_AT), str(no)


def offered(routed: Routed) -> dict[str, str]:
    return {one.key: str(one.state) for one in routed.ways_on()}


@cache
def routed_after(no: Combination, *, stands: bool) -> Routed:
    ground = GROUNDS[no.kind]
    if not stands:
        return route(no.first_no(ground), as_of=TOLD_ON, book=BOOK, office=OFFICE)
    if no.kind == "silence":
        ground = Ground.MEDICAL_APPROPRIATENESS
    course = Course(
        filed_on=FILED_ON,
        fast=no.urgency is Urgency.EXPEDITED,
        answered_on=ANSWERED_ON,
        result=Result.UPHELD,
    )
    facts = after(no.first_no(ground), course)
    return route(facts, as_of=ANSWERED_ON, book=BOOK, office=OFFICE)


@of_each_coverage
@pytest.mark.parametrize("when", ["at_first", "stands"])
def test_the_member_is_offered_the_ways_that_are_theirs(coverage: str, when: str) -> None:
    wanted = {str(no): no.wanted("remedies")[when] for no in noes_under(coverage)}

    found = {
        str(no): offered(routed_after(no, stands=when == "stands")) for no in noes_under(coverage)
    }

    assert found == wanted


def first_letter(no: Combination) -> tuple[first_letters.LetterOwed, ...]:
    """Return the letters about the no itself; a claim's are not ours."""
    if no.about_payment:
        return ()
    if no.kind != "silence":
        move = Move.APPROVE_IN_PART if no.kind == "in part" else Move.DENY
        return first_letters.letters_owed(move)
    facts = {
        "line_of_business": no.line,
        "urgency": str(no.urgency),
        "item_or_drug": "item",
        "subject_to_prior_authorization": True,
        "review_timing": "prospective",
    }
    answers = BOOK.answers_in_force("prior_auth/silence", on=TOLD_ON, facts=facts)
    delay = any(one.consequence is Consequence.DELAY_NOTICE_OWED for one in answers)
    return first_letters.letters_owed_for_silence(delay_notice=delay)


def letters_found(no: Combination) -> dict[str, Any]:
    """Return what the row of the letters names, worked out by the product."""
    steps = steps_of(no.urgency, about_payment=no.about_payment)
    owed = [one for step in steps for one in letters_owed(step, about_payment=no.about_payment)]
    first = first_letter(no)
    about_the_no = [str(one.kind) for one in first if one.to is Receiver.PRACTICE]
    on_the_way = [one.kind for one in owed if one.to is Receiver.PRACTICE]
    return {
        "first": next((str(one.kind) for one in first if one.to is Receiver.MEMBER), None),
        "appeal": [one.kind for one in owed if one.to is Receiver.MEMBER],
        "practice": [*about_the_no, *on_the_way],
    }


@of_each_coverage
def test_each_step_owes_its_letters(coverage: str) -> None:
    names = ("first", "appeal", "practice")
    wanted = {
        str(no): {name: no.wanted("letters").get(name) for name in names}
        for no in noes_under(coverage)
    }

    assert {str(no): letters_found(no) for no in noes_under(coverage)} == wanted


def with_ways(order: Order, routed: Routed, ground: Ground) -> Order:
    """Return the letter with the ways of this member instead of the specimen's."""
    ways = as_a_letter_names_them(routed)
    fields: Any = order.fields
    if isinstance(fields, f.DenialFields | f.PartialApprovalFields | f.AppealUpheldFields):
        refusal = replace(fields.refusal, remedies=ways, ground=GROUND_OF_LETTER[ground])
        return replace(order, fields=replace(fields, refusal=refusal))
    return replace(order, fields=replace(fields, remedies=ways))


@of_each_coverage
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_letters_can_be_written_with_all_that_the_law_wants_and_every_way(
    coverage: str, language: str
) -> None:
    for no in noes_under(coverage):
        row = no.wanted("letters")
        ground = GROUNDS[no.kind] or Ground.MEDICAL_APPROPRIATENESS
        written = [(Kind(row["first"]), False)] if "first" in row else []

        for kind, stands in (*written, (Kind.APPEAL_UPHELD, True)):
            order = specimen(kind, line_of_business=no.line, language=language)
            letter = compose(with_ways(order, routed_after(no, stands=stands), ground))
            assert (letter.kind, letter.language) == (kind, language)


@pytest.mark.parametrize("line", ["MA", "MEDI-CAL", "KK"])
def test_every_letter_of_an_appeal_is_written_for_its_readers(line: str) -> None:
    kinds = {name for row in WANTED["letters"] for name in row["appeal"]}

    for name in kinds:
        assert compose(specimen(Kind(name), line_of_business=line)).reader is Reader.MEMBER
    to_practice = specimen(Kind.APPEAL_UPHELD, Reader.PROVIDER, line_of_business=line)
    assert compose(to_practice).reader is Reader.PROVIDER


def outside_clocks(no: Combination, forum: Forum) -> dict[str, str]:
    """Return the rule of the packet, and the one that governs the carrying out of a yes."""
    if no.about_payment:
        ordered = no.clock_facts(
            answered_at=ANSWERED_AT,
            result=Result.UPHELD,
            ordered_at=ANSWERED_AT,
            ordered_by=RuledBy.INDEPENDENT_ENTITY,
        )
        rule = rule_that_governs(ordered, PAY)
        return {"carry_out": rule} if rule else {}
    ground = GROUNDS[no.kind] or Ground.MEDICAL_APPROPRIATENESS
    basis = "not_covered" if ground is Ground.NOT_COVERED else "medical_necessity"
    facts = OutsideFacts(
        forum=forum,
        line_of_business=no.line,
        licensed_plan=no.covered["licensed"],
        expedited=no.urgency is Urgency.EXPEDITED,
        basis=basis,
        is_drug=no.kind == "part b drug",
    )
    found = {
        "packet": due_when_told(facts, ANSWERED_AT, BOOK, OFFICE),
        "carry_out": due_when_ruled(facts, ANSWERED_AT, BOOK, OFFICE),
    }
    return {
        name: next(one.rule.id for one in dues if one.governs)
        for name, dues in found.items()
        if dues
    }


@of_each_coverage
def test_the_reviews_outside_have_their_own_clocks(coverage: str) -> None:
    for no in noes_under(coverage):
        row = no.wanted("outside")
        wanted = {forum: row[forum] for forum in Forum if forum in row}

        found = {forum: outside_clocks(no, forum) for forum in wanted}

        assert found == wanted, str(no)
