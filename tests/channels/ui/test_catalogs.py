"""The Spanish that people translate and the file that Django reads are the same."""

import gettext
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.translation.template import templatize

from openmso.channels.ui import catalogs

CHANNELS = Path(catalogs.__file__).parents[1]
TRANSLATED = re.compile(r"(n?)gettext\(\s*u?(['\"])((?:\\.|(?!\2).)*)\2")
SPANISH_FOR = ("ui", "public_site", "hospital_portal")


def test_the_compiled_catalog_is_up_to_date() -> None:
    for language in {file.parent for file in catalogs.LOCALE.glob("*/*.po")}:
        compiled = catalogs.compiled(catalogs.catalog_of(language))

        assert (language / "LC_MESSAGES" / "django.mo").read_bytes() == compiled, (
            "run: python -m openmso.channels.ui.catalogs"
        )


def test_python_s_own_gettext_reads_what_was_written() -> None:
    spanish = gettext.GNUTranslations(
        io.BytesIO(catalogs.compiled(catalogs.catalog_of(catalogs.LOCALE / "es")))
    )

    assert spanish.gettext("Skip to main content") == "Ir al contenido principal"
    assert spanish.ngettext("%(count)s day", "%(count)s days", 2) == "%(count)s días"


def texts_of_templates() -> Iterator[tuple[str, str]]:
    for channel in SPANISH_FOR:
        for file in (CHANNELS / channel).rglob("*.html"):
            source = templatize(file.read_text(encoding="utf-8"))
            for found in TRANSLATED.finditer(source):
                yield file.name, found[3].replace("\\'", "'")


def test_every_text_of_the_public_pages_exists_in_spanish() -> None:
    spanish = {text.split("\x00")[0] for text in catalogs.catalog_of(catalogs.LOCALE / "es")}

    missing = {f"{name}: {text}" for name, text in texts_of_templates() if text not in spanish}

    assert not missing


def test_two_files_that_disagree_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_text('msgid "Yes"\nmsgstr "Sí"\n', encoding="utf-8")
    (tmp_path / "b.po").write_text('msgid "Yes"\nmsgstr "Claro"\n', encoding="utf-8")

    with pytest.raises(catalogs.CatalogError, match="Yes"):
        catalogs.catalog_of(tmp_path)
