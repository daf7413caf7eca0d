"""A file is named after its one idea; a name that says nothing hides several."""

from source_code import HOUSE, ROOT

EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}


def test_no_file_or_folder_has_a_name_that_says_nothing() -> None:
    places = [*HOUSE.rglob("*"), *(ROOT / "tests").rglob("*")]

    found = [str(place.relative_to(ROOT)) for place in places if place.stem in EMPTY_NAMES]

    assert not found, (
        f"{found}: a function without a home has not been understood yet. Give it a file named "
        "after what it knows."
    )
