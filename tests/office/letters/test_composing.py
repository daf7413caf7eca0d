"""What the letters say, and what they refuse to leave out."""

from dataclasses import replace
from datetime import date

import pytest

from openmso.office.letters.blocks import Facts, Lead, every_block, every_run
from openmso.office.letters.composing import IncompleteLetter, compose
from openmso.office.letters.fields import (
    ApprovalFields,
    DenialFields,
    Ground,
    ValidityEnd,
    Wording,
)
from openmso.office.letters.letter import Kind, Letter, Reader
from openmso.office.letters.letter_catalog import every_entry
from openmso.office.letters.specimens import specimen

LINE_OF = {
    entry.kind: entry.line_of_business for entry in every_entry() if entry.reader is Reader.MEMBER
}


def said(letter: Letter) -> str:
    """Return all text of a letter with plain spaces."""
    words = [run.text for run in every_run(letter.blocks)]
    return " ".join("".join(words).replace("\u00a0", " ").split())


def test_the_first_line_says_the_point() -> None:
    letter = compose(specimen(Kind.DENIAL, line_of_business="MEDI-CAL"))

    first = letter.blocks[0]
    assert isinstance(first, Lead)
    assert (
        "".join(run.text for run in first.runs)
        == "We said no to 12 therapy visits. You can ask us to change this."
    )


def test_the_same_point_in_spanish() -> None:
    letter = compose(specimen(Kind.DENIAL, line_of_business="MEDI-CAL", language="es"))

    assert "Dijimos que no a 12 sesiones de terapia. Puede pedirnos que cambiemos" in said(letter)


@pytest.mark.parametrize(
    ("reader", "language", "words"),
    [
        (Reader.MEMBER, "en", "Please try this first: six weeks of therapy. Did you try it"),
        (Reader.MEMBER, "es", "pruebe primero esto: six weeks of therapy. ¿Ya lo probó"),
        (Reader.PROVIDER, "en", "six weeks of therapy"),
    ],
)
def test_a_denial_that_wants_something_else_tried_first_says_what_and_how_to_answer(
    reader: Reader, language: str, words: str
) -> None:
    order = specimen(Kind.DENIAL, reader, language=language)
    assert isinstance(order.fields, DenialFields)
    alternative = Wording(text="six weeks of therapy", language=language)
    refusal = replace(order.fields.refusal, alternative=alternative)

    letter = compose(replace(order, fields=replace(order.fields, refusal=refusal)))

    assert words in said(letter)
    assert words not in said(compose(order))


@pytest.mark.requirement("S004-20")
@pytest.mark.parametrize(
    ("language", "meaning"),
    [("en", "not the right care for your health"), ("es", "no es la adecuada para su problema")],
)
def test_a_denial_explains_not_medically_necessary_in_plain_words(
    language: str, meaning: str
) -> None:
    letter = compose(specimen(Kind.DENIAL, language=language))

    assert meaning in said(letter)


def test_a_benefit_denial_names_the_section_and_does_not_speak_of_necessity() -> None:
    letter = compose(specimen(Kind.DENIAL, ground=Ground.NOT_COVERED))

    assert "Section 4.12" in said(letter)
    assert "medically necessary" not in said(letter)


@pytest.mark.parametrize(
    ("line_of_business", "within", "last_day"),
    [
        ("MA", "65 days", "January 28, 2027"),
        ("MEDI-CAL", "60 days", "January 23, 2027"),
        ("KK", "180 days", "May 23, 2027"),
    ],
)
def test_lengths_and_last_days_are_those_handed_in(
    line_of_business: str, within: str, last_day: str
) -> None:
    text = said(compose(specimen(Kind.DENIAL, line_of_business=line_of_business)))

    assert f"You have {within} from the date on this letter" in text
    assert last_day in text


def test_outside_review_before_hearing_is_advised_where_both_are_open() -> None:
    medi_cal = said(compose(specimen(Kind.DENIAL, line_of_business="MEDI-CAL")))
    medicare = said(compose(specimen(Kind.DENIAL, line_of_business="MA")))

    assert "If you ask for a State Hearing first, you may lose IMR." in medi_cal
    assert "IMR" not in medicare


def test_without_a_named_remedy_the_letter_says_whom_to_call() -> None:
    text = said(compose(specimen(Kind.DENIAL, line_of_business="AZ-COMM")))

    assert "If you do not agree, call us at 1-800-555-0143 (TTY: 711)" in text


def test_the_practice_gets_reason_name_and_direct_number_and_the_offer_to_talk() -> None:
    letter = compose(specimen(Kind.DENIAL, Reader.PROVIDER, line_of_business="KK"))

    text = said(letter)
    assert (
        "Dr. Samuel Okafor, Physician, physical medicine. Direct telephone: 1-213-555-0150" in text
    )
    assert "You may discuss this decision with the physician who made it" in text


@pytest.mark.requirement("S003-15")
@pytest.mark.parametrize(
    ("end", "why"),
    [
        (ValidityEnd.TERM, "An approval is good for 90 days"),
        (ValidityEnd.COVERAGE, "ends on that day. So the approval ends then too"),
        (ValidityEnd.COURSE_OF_CARE, "for as long as you need this care"),
    ],
)
def test_an_approval_says_why_it_ends_when_it_ends(end: ValidityEnd, why: str) -> None:
    order = specimen(Kind.APPROVAL)
    assert isinstance(order.fields, ApprovalFields)
    approval = order.fields.approval
    validity = replace(approval.validity, end=end)
    fields = replace(order.fields, approval=replace(approval, validity=validity))

    text = said(compose(replace(order, fields=fields)))

    assert why in text
    assert "does not say that all costs will be paid" in text


def test_the_member_hears_of_relay_and_of_free_language_help_in_every_letter() -> None:
    for kind in (Kind.APPROVAL, Kind.DENIAL, Kind.WITHDRAWAL):
        text = said(compose(specimen(kind)))

        assert "Call 711 from any phone" in text
        assert "If you use video relay or relay on the web, do not call 711" in text
        assert "Help in your language is free" in text


@pytest.mark.requirement("S000-56")
def test_a_format_that_people_must_make_is_owed() -> None:
    assert compose(specimen(Kind.DENIAL, letter_format="braille")).format_owed == "braille"
    assert compose(specimen(Kind.DENIAL, letter_format="large_print")).format_owed == ""


def test_a_language_without_template_gets_english_with_an_offer_in_its_own_words() -> None:
    letter = compose(specimen(Kind.DENIAL, language="vi"))

    assert letter.language == "en"
    assert letter.translation_owed == "vi"
    assert "You asked us to write to you in Vietnamese" in said(letter)
    assert "within 21 days" in said(letter)
    assert "miễn phí" in said(letter)


def test_a_language_we_cannot_even_set_is_still_owed() -> None:
    letter = compose(specimen(Kind.APPROVAL, language="ium"))

    assert (letter.language, letter.translation_owed) == ("en", "ium")


def test_an_english_passage_inside_a_spanish_letter_is_never_silent() -> None:
    order = specimen(Kind.DENIAL, language="es")
    assert isinstance(order.fields, DenialFields)
    english = Wording(text="Your knee is well.", language="en")
    refusal = replace(order.fields.refusal, reason=english)

    letter = compose(replace(order, fields=replace(order.fields, refusal=refusal)))

    assert letter.translation_owed == "es"
    assert "Una parte de esta carta todavía está en inglés" in said(letter)


def test_a_denial_without_its_remedies_is_not_written() -> None:
    order = specimen(Kind.DENIAL, line_of_business="MEDI-CAL")
    assert isinstance(order.fields, DenialFields)
    bare = replace(order.fields.refusal, remedies=order.fields.refusal.remedies[:1])

    with pytest.raises(IncompleteLetter, match="appeal_until, fast_appeal, state_hearing"):
        compose(replace(order, fields=replace(order.fields, refusal=bare)))


def test_merge_fields_of_another_letter_are_refused() -> None:
    order = specimen(Kind.DENIAL)

    with pytest.raises(TypeError, match="takes ApprovalFields"):
        compose(replace(order, kind=Kind.APPROVAL))


def test_the_letter_is_dated_by_the_order() -> None:
    letter = compose(replace(specimen(Kind.RECEIPT, language="es"), sent_on=date(2026, 1, 2)))

    assert letter.date_line.replace("\u00a0", " ") == "2 de enero de 2026"


def test_every_table_names_the_number_of_its_case() -> None:
    for kind, line in LINE_OF.items():
        order = specimen(kind, line_of_business=line)
        letter = compose(order)

        tables = [each for each in every_block(letter.blocks) if isinstance(each, Facts)]
        numbers = [run.text for table in tables for row in table.rows for run in row.value]
        assert order.fields.case.request_number in numbers, kind
