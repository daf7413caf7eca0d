"""Puts an order into words: the right builder, help, official wording, taglines, and a check.

The check is the last word: a letter that misses a required element is not written at all.
"""

from .blocks import Block, OfficialWording, PageLink, Taglines, elements, every_run
from .fields import (
    AppealUpheldFields,
    Approval,
    ApprovalFields,
    DelayFields,
    DenialFields,
    EndReasonsFields,
    Fields,
    GrievanceAnsweredFields,
    PartialApprovalFields,
    RemedyKind,
    SilenceFields,
)
from .letter import Letter, Order, Reader
from .letter_catalog import CatalogEntry, entry_for
from .official_wording import official_papers
from .taglines import tagline, tagline_words, taglines
from .wording import builders
from .wording.frame import FRAMES, Frame
from .wording.speech import SPEECHES
from .wording.writer import Writer

MADE_HERE = frozenset({"standard", "large_print", "electronic"})


class IncompleteLetter(ValueError):
    """A letter lacks something the law asks for; it names what."""


def compose(order: Order) -> Letter:
    """Return the letter in words.

    A reader whose language has no template gets the English letter with the offer of a
    translation, and `translation_owed` says so. Raises IncompleteLetter, NotInCatalog, TypeError
    when the merge fields are those of another letter, LookupError when a contact line is missing.
    """
    builders.check_fields(order.kind, order.fields)
    case = order.fields.case
    entry = entry_for(order.kind, order.reader, case.line_of_business)
    language = _language_of(order)
    w, frame = Writer(SPEECHES[language], order.letterhead), FRAMES[language]
    body = builders.builder_of(order.kind, order.reader, language)(w, order.fields)
    owed = _translation_owed(order, language, body)
    papers = official_papers(w, frame, entry, order.official_texts)
    blocks = (
        body[0],
        *_offer(w, order, owed),
        *body[1:],
        *papers,
        *builders.help_of(order.reader, language)(w, order),
        *_copies(w, frame, order),
        *_page_link(w, frame, order),
        *_taglines(w, frame, order),
    )
    _require(entry, blocks, order.fields)
    return Letter(
        kind=order.kind,
        reader=order.reader,
        language=language,
        title=f"{entry.name[language]}, {case.request_number}",
        date_line=w.speech.day(order.sent_on),
        reference=frame.reference.format(number=case.request_number),
        page_words=frame.page,
        letter_format=order.letter_format,
        letterhead=order.letterhead,
        addressee=order.addressee,
        blocks=blocks,
        translation_owed=owed,
        format_owed="" if order.letter_format in MADE_HERE else order.letter_format,
        official_missing=tuple(
            paper.slot for paper in papers if isinstance(paper, OfficialWording) and not paper.text
        ),
    )


def situations(fields: Fields) -> frozenset[str]:
    """Return what in this case makes the law ask for more content."""
    match fields:
        case ApprovalFields(approval=approval):
            return _conditions(approval)
        case DenialFields(refusal=refusal):
            return frozenset({refusal.ground.value})
        case PartialApprovalFields(approval=approval, refusal=refusal):
            return _conditions(approval) | {refusal.ground.value}
        case AppealUpheldFields(refusal=refusal):
            reviewed = any(one.kind is RemedyKind.INDEPENDENT_REVIEW for one in refusal.remedies)
            stands = "not_wholly_for_the_member" if reviewed else "not_wholly_without_review"
            return frozenset({refusal.ground.value, stands})
        case GrievanceAnsweredFields(quality_of_care=True):
            return frozenset({"quality_of_care"})
        case SilenceFields(means=means):
            return frozenset({means.value})
        case DelayFields(missing=missing, expert_or_test=expert):
            found = {"papers_missing" if missing else "", "expert_or_test" if expert else ""}
            return frozenset(found - {""})
        case EndReasonsFields(what_changed=changed) if changed is not None:
            return frozenset({"second_appeal_in_one_episode"})
        case _:
            return frozenset()


def _conditions(approval: Approval) -> frozenset[str]:
    return frozenset({"with_conditions"} if approval.conditions else ())


def _language_of(order: Order) -> str:
    ready = builders.languages_for(order.reader)
    plain = order.language.partition("-")[0]
    return plain if plain in ready else "en"


def _translation_owed(order: Order, written_in: str, body: tuple[Block, ...]) -> str:
    if order.reader is not Reader.MEMBER:
        return ""
    whole = written_in == order.language.partition("-")[0]
    return (
        ""
        if whole and all(run.language == written_in for run in every_run(body))
        else order.language
    )


def _offer(w: Writer, order: Order, owed: str) -> tuple[Block, ...]:
    if not owed:
        return ()
    own_words: tuple[Block, ...] = ()
    if owed in tagline_words() and owed != w.language:
        own = tagline(owed, order.language_lines)
        own_words = (w.in_language(own.language, own.text),)
    return builders.offer_of_translation(order.reader, w.language)(w, order, own_words)


def _copies(w: Writer, frame: Frame, order: Order) -> tuple[Block, ...]:
    names = "; ".join(order.copies_to)
    return (w.note(w.name(frame.copies_to + names)),) if names else ()


def _page_link(w: Writer, frame: Frame, order: Order) -> tuple[Block, ...]:
    if not order.page_address:
        return ()
    shown = order.page_address.partition("://")[2].rstrip("/")
    return (
        PageLink(
            language=w.language,
            element="page_link",
            runs=w.say(w.strong(frame.on_screen), frame.on_screen_how),
            address=order.page_address,
            shown=shown,
            alt=frame.on_screen_code.format(shown=shown),
        ),
    )


def _taglines(w: Writer, frame: Frame, order: Order) -> tuple[Block, ...]:
    if order.reader is not Reader.MEMBER:
        return ()
    lines = taglines(order.language_lines, only=order.tagline_languages)
    return (
        Taglines(
            language=w.language,
            element="taglines",
            title=w.say(frame.taglines_heading),
            lines=lines,
        ),
    )


def _require(entry: CatalogEntry, blocks: tuple[Block, ...], fields: Fields) -> None:
    lacking = entry.required(situations(fields)) - elements(blocks)
    if lacking:
        raise IncompleteLetter(
            f"the letter {entry.kind} to a {entry.reader} in {entry.line_of_business} lacks: "
            + ", ".join(sorted(lacking))
        )
