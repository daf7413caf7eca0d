"""A rule change is told before it is made: what differs, in a line for the changelog."""

from pathlib import Path

import pytest

from openmso.rulebook.book import LAW, load_rulebook, proposed_rulebook
from openmso.rulebook.changes import changes
from openmso.rulebook.errors import RulebookError

BOOK = load_rulebook()
FILE = "prior_auth/standard_decision.yaml"


def proposed(folder: Path, *, was: str, is_: str, file: str = FILE) -> Path:
    text = (LAW / file).read_text("utf-8")
    assert was in text
    target = folder / file
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text.replace(was, is_, 1), encoding="utf-8")
    return folder


def test_a_changed_file_stands_in_for_the_one_of_the_same_path(tmp_path: Path) -> None:
    folder = proposed(tmp_path, was="value: 7 calendar days", is_="value: 5 calendar days")

    book = proposed_rulebook(folder)

    assert book.answers.keys() == BOOK.answers.keys()
    assert book.edition != BOOK.edition
    (change,) = changes(BOOK, book)
    assert change.changed == ("value",)
    assert change.changelog_line == (
        "- *Changed rule:* How long may we take to decide a standard request for an item or"
        " service? 5 calendar days instead of 7 calendar days, for MA, from 01/01/2026."
        " Source: 42 CFR 422.568(b)(1); 42 CFR 422.122; 89 FR 8758 (CMS-0057-F)."
        " (MA-OD-STD-PA-7)"
    )


def test_a_new_check_date_or_note_changes_no_due_time(tmp_path: Path) -> None:
    folder = proposed(tmp_path, was="checked_on: 2026-11-22", is_="checked_on: 2026-11-23")

    assert changes(BOOK, proposed_rulebook(folder)) == ()


def test_a_rule_that_goes_is_said_to_need_an_end_instead(tmp_path: Path) -> None:
    folder = proposed(tmp_path, was="id: AZ-PA-STD-14D", is_="id: AZ-PA-STD-15D")

    gone, new = changes(BOOK, proposed_rulebook(folder))

    assert gone.changelog_line.startswith("- *Removed rule:* AZ-PA-STD-14D.")
    assert new.changelog_line.startswith("- *New rule:* ")


def test_wrong_files_are_refused_as_at_the_start(tmp_path: Path) -> None:
    folder = proposed(tmp_path, was="value: 7 calendar days", is_="value: 7 days")

    with pytest.raises(RulebookError, match="write calendar or business days"):
        proposed_rulebook(folder)
    with pytest.raises(RulebookError, match="not in use"):
        proposed_rulebook(folder, instead_of=tmp_path / "nowhere")


def test_an_installations_own_file_can_be_tried_out_too(tmp_path: Path) -> None:
    own, new = tmp_path / "own", tmp_path / "new"
    row = (LAW / "copies/policies.yaml").read_text("utf-8").replace("SEED-POLICY-5BD", "OWN-1")
    for folder, value in ((own, "4 business days"), (new, "3 business days")):
        (folder / "house").mkdir(parents=True)
        text = row.replace("5 business days", value)
        (folder / "house" / "copies.yaml").write_text(text, encoding="utf-8")

    before = load_rulebook([own])
    after = proposed_rulebook(new, [own], instead_of=own)

    assert [str(change.after.value) for change in changes(before, after) if change.after] == [
        "3 business days"
    ]
