"""Each floor leans on the floors below; the order stands in .importlinter."""

from importlinter.cli import lint_imports

from source_code import ROOT


def test_the_order_of_the_house_holds() -> None:
    status = lint_imports(config_filename=str(ROOT / ".importlinter"), no_cache=True)

    assert status == 0, "An import goes against the order; see the contract printed above."
