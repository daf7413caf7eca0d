"""The catalog: every letter exists, is complete, and names rules that exist."""

from dataclasses import replace

import pytest

from openmso.office.letters.blocks import OfficialWording, elements, every_block
from openmso.office.letters.composing import compose, situations
from openmso.office.letters.letter import (
    TO_HOSPITALS,
    TO_MEMBERS,
    TO_PRACTICES,
    Kind,
    OfficialText,
    Reader,
)
from openmso.office.letters.letter_catalog import (
    CatalogEntry,
    NotInCatalog,
    entry_for,
    every_entry,
    official_slots,
)
from openmso.office.letters.specimens import specimen
from openmso.office.letters.wording.builders import builder_of, languages_for
from openmso.rulebook.book import default_rulebook

ENTRIES = every_entry()
_HOSPITALS = {(kind, Reader.HOSPITAL) for kind in TO_HOSPITALS}
IDS = [f"{entry.kind}-{entry.reader}-{entry.line_of_business}" for entry in ENTRIES]


@pytest.mark.parametrize("entry", ENTRIES, ids=IDS)
def test_every_letter_can_be_written_in_every_language_of_its_reader(entry: CatalogEntry) -> None:
    for language in languages_for(entry.reader):
        assert callable(builder_of(entry.kind, entry.reader, language))


@pytest.mark.parametrize("entry", ENTRIES, ids=IDS)
def test_every_letter_carries_what_its_catalog_entry_requires(entry: CatalogEntry) -> None:
    for language in languages_for(entry.reader):
        order = specimen(
            entry.kind, entry.reader, line_of_business=entry.line_of_business, language=language
        )

        letter = compose(order)

        assert entry.required(situations(order.fields)) <= elements(letter.blocks)


@pytest.mark.parametrize("entry", ENTRIES, ids=IDS)
def test_the_rules_that_oblige_a_letter_stand_in_the_rulebook(entry: CatalogEntry) -> None:
    book = default_rulebook()

    assert [book.rule(rule_id).id for rule_id in entry.obliged_by] == list(entry.obliged_by)
    assert entry.source


def test_each_kind_has_a_member_letter_and_a_copy_for_the_practice() -> None:
    found = {(entry.kind, entry.reader) for entry in ENTRIES} - _HOSPITALS

    both = (Reader.MEMBER, Reader.PROVIDER)
    to_one = TO_HOSPITALS | TO_MEMBERS | TO_PRACTICES
    of_both = {(kind, reader) for kind in set(Kind) - to_one for reader in both}
    only_members = {(kind, Reader.MEMBER) for kind in TO_MEMBERS}
    only_practices = {(kind, Reader.PROVIDER) for kind in TO_PRACTICES}
    assert found == of_both | only_members | only_practices


def test_what_a_hospital_gets_is_written_for_hospitals_only() -> None:
    found = {(entry.kind, entry.reader) for entry in ENTRIES if entry.kind in TO_HOSPITALS}

    assert found == _HOSPITALS


def test_a_letter_that_a_line_of_business_does_not_know_is_refused() -> None:
    with pytest.raises(NotInCatalog, match="delay_notice"):
        entry_for(Kind.DELAY_NOTICE, Reader.MEMBER, "MA")


@pytest.mark.parametrize("line_of_business", ["MA", "MEDI-CAL", "KK"])
def test_official_wording_is_never_composed_only_named_as_missing(line_of_business: str) -> None:
    letter = compose(specimen(Kind.DENIAL, line_of_business=line_of_business))

    papers = [each for each in every_block(letter.blocks) if isinstance(each, OfficialWording)]

    assert [paper.slot for paper in papers] == list(letter.official_missing)
    assert all(paper.text == "" and "not" in paper.missing for paper in papers)


def test_official_wording_is_printed_word_for_word_once_it_is_loaded() -> None:
    loaded = OfficialText(
        slot="dmhc_paragraph", language="en", edition="edition A", text="Exactly these words."
    )
    order = specimen(Kind.DENIAL, line_of_business="KK")

    letter = compose(replace(order, official_texts=(loaded,)))

    papers = [each for each in every_block(letter.blocks) if isinstance(each, OfficialWording)]
    assert [paper.text for paper in papers if paper.slot == "dmhc_paragraph"] == [loaded.text]
    assert "dmhc_paragraph" not in letter.official_missing


def test_every_slot_names_its_authority_and_has_a_title_in_both_languages() -> None:
    for slot in official_slots().values():
        assert slot.authority
        assert slot.citation
        assert set(slot.title) == {"en", "es"}
