"""In tests a page that prints a variable nobody gave it fails, instead of printing nothing."""


class UndefinedVariable(str):
    """The text Django prints for an undefined variable; printing it raises `LookupError`."""

    __slots__ = ()

    def __contains__(self, part: object) -> bool:
        # Django puts the variable's name in with `%` only when the text says "%s".
        return True

    def __mod__(self, variable: object) -> str:
        raise LookupError(
            f"undefined variable in a template: {variable}. Give it in the view, or test for it "
            "with {% if %} before printing it."
        )

    def __bool__(self) -> bool:
        return True
