"""`openmso load wording`: it shows what changes, writes it once, and refuses with file and line."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from factories.decided import make_denied
from factories.prior_auth import make_world
from factories.roster import make_tenant
from openmso.office.letters import jobs as printing
from openmso.office.letters.letter_catalog import official_slots
from openmso.office.letters.models import LoadedWording, OrderedLetter
from openmso.office.outbound.models import Dispatch
from openmso.office.tenants.models import Tenant
from openmso.office.timeline.queries import history
from openmso.project.commands import main

pytestmark = pytest.mark.django_db

FIRST = """\
wording:
  - key: dmhc_paragraph
    language: en
    edition: "Sample of 2025"
    from: 2025-01-01
    source: https://authority.example/paragraph
    checked_by: Jane Roe, compliance
    checked_on: 2025-01-05
    text: |
      The first line.
      The second line.
"""


@pytest.fixture
def office() -> Tenant:
    return make_tenant(key="wording")


def load(tmp_path: Path, text: str, *words: str) -> int:
    file = tmp_path / "wording.yaml"
    file.write_text(text, encoding="utf-8")
    return main(["load", "wording", str(file), "--tenant", "wording", "--by", "Sam Ortiz", *words])


def test_a_text_is_taken_over_with_its_source_who_checked_it_and_who_loaded_it(
    office: Tenant, tmp_path: Path
) -> None:
    assert load(tmp_path, FIRST) == 0

    row = LoadedWording.objects.get(tenant=office)
    assert (row.slot, row.language, row.from_on) == ("dmhc_paragraph", "en", date(2025, 1, 1))
    assert row.text == "The first line.\nThe second line."
    assert (row.source, row.checked_by) == (
        "https://authority.example/paragraph",
        "Jane Roe, compliance",
    )
    assert (row.checked_on, row.loaded_by) == (date(2025, 1, 5), "Sam Ortiz")
    assert row.loaded_at is not None
    (line,) = history(office.id, row.id)
    assert (line.name, line.actor_name) == ("official_wording.loaded", "Sam Ortiz")


def test_the_same_file_again_writes_nothing(
    office: Tenant, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load(tmp_path, FIRST)
    before = LoadedWording.objects.get().loaded_at
    capsys.readouterr()

    assert load(tmp_path, FIRST) == 0

    assert "1 known. Nothing was written." in capsys.readouterr().out
    assert LoadedWording.objects.get().loaded_at == before
    assert len(history(office.id, LoadedWording.objects.get().id)) == 1


def test_a_preview_shows_the_difference_and_writes_nothing(
    office: Tenant, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load(tmp_path, FIRST)
    capsys.readouterr()

    load(tmp_path, FIRST.replace("The second line.", "Another second line."), "--preview")

    told = capsys.readouterr().out
    assert "changed: dmhc_paragraph (en), Sample of 2025" in told
    assert "    -The second line.\n    +Another second line.\n" in told
    assert "Nothing was written." in told
    assert LoadedWording.objects.get().text.endswith("The second line.")


def test_a_corrected_text_replaces_the_one_of_the_same_day_and_both_are_told_in_its_history(
    office: Tenant, tmp_path: Path
) -> None:
    load(tmp_path, FIRST)

    load(tmp_path, FIRST.replace("The second line.", "Another second line."))

    row = LoadedWording.objects.get(tenant=office)
    assert row.text.endswith("Another second line.")
    first, second = history(office.id, row.id)
    assert first.details["sha256"] != second.details["sha256"]


def test_a_new_edition_stands_beside_the_former_one(
    office: Tenant, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load(tmp_path, FIRST)

    load(tmp_path, FIRST.replace("2025-01-01", "2026-01-01").replace("of 2025", "of 2026"))

    assert "new edition: dmhc_paragraph (en), Sample of 2026" in capsys.readouterr().out
    assert LoadedWording.objects.filter(tenant=office).count() == 2


@pytest.mark.parametrize(
    ("change", "line", "sentence"),
    [
        (("dmhc_paragraph", "dmhc_paragraf"), 2, 'did you mean "dmhc_paragraph"?'),
        (("language: en", "language: fr"), 3, 'no letter is written in "fr"'),
        (("from: 2025-01-01", "from: soon"), 5, '"from" is not a date: "soon"'),
        (("from: 2025-01-01", "from: 2025-02-30"), 5, '"from" is not a date: "2025-02-30"'),
        (("    source:", "    sauce:"), 6, 'there is no field "sauce"; did you mean "source"?'),
        (("checked_by: Jane Roe, compliance", "checked_by:"), 2, "this entry lacks checked_by"),
        (("2025-01-05", "2099-01-05"), 8, '"checked_on" is a day to come'),
        (("from: 2025-01-01", "until: 2024-01-01\n    from: 2025-01-01"), 5, "must be later"),
        (("wording:", "words:"), 1, 'needs a list called "wording:"'),
        (("wording:", "wording: ["), 2, "not readable as YAML"),
    ],
)
def test_a_fault_is_told_with_file_and_line_and_nothing_is_written(
    office: Tenant,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    change: tuple[str, str],
    line: int,
    sentence: str,
) -> None:
    assert load(tmp_path, FIRST.replace(*change)) == 1

    told = capsys.readouterr().err
    assert f"wording.yaml:{line}: " in told
    assert sentence in told
    assert not LoadedWording.objects.exists()


def test_one_fault_stops_the_whole_file(office: Tenant, tmp_path: Path) -> None:
    second = FIRST.partition("\n")[2]

    assert load(tmp_path, FIRST + second) == 1

    assert not LoadedWording.objects.exists()


def test_a_letter_that_waited_is_printed_with_the_wording_and_leaves(tmp_path: Path) -> None:
    world = make_world(line_of_business="KK", tenant=make_tenant(key="wording"))
    case = make_denied(world)
    letter = OrderedLetter.objects.get(case_id=case.id, reader="member")
    printing.render(str(letter.id))
    assert not Dispatch.objects.filter(letter_id=letter.id).exists()
    slots = [slot for slot in official_slots() if slot in waiting_for(letter)]
    entries = (FIRST.partition("\n")[2].replace("dmhc_paragraph", slot) for slot in slots)

    load(tmp_path, "wording:\n" + "".join(entries))
    printing.render(str(letter.id))

    letter.refresh_from_db()
    assert letter.official_missing == []
    assert Dispatch.objects.filter(letter_id=letter.id).exists()


def waiting_for(letter: OrderedLetter) -> list[str]:
    letter.refresh_from_db()
    missing: list[str] = letter.official_missing
    return missing


def test_a_letter_that_left_keeps_the_words_it_left_with(office: Tenant, tmp_path: Path) -> None:
    world = make_world(line_of_business="KK", tenant=office)
    letter = OrderedLetter.objects.get(case_id=make_denied(world).id, reader="member")
    printing.render(str(letter.id))
    Dispatch.objects.create(
        tenant=office,
        case_kind=letter.case_kind,
        case_id=letter.case_id,
        letter_id=letter.id,
        about_member_id=letter.about_member_id,
        receiver_id=letter.receiver_id,
        way="mail",
        ordered_at=datetime(2026, 11, 24, tzinfo=UTC),
    )
    letter.refresh_from_db()

    load(tmp_path, FIRST)

    assert OrderedLetter.objects.get(id=letter.id).content_sha256 == letter.content_sha256
