"""Answers that explain themselves: a tile has a name and, below it, a sentence."""


class Tile(str):
    """A choice label with an `explanation` shown under it, e.g. the legal meaning of "urgent".

    Use it as the label in `choices=[("urgent", Tile("Urgent", "Waiting could ..."))]`.
    """

    __slots__ = ("explanation",)
    explanation: str

    def __new__(cls, label: str, explanation: str = "") -> "Tile":
        tile = super().__new__(cls, label)
        tile.explanation = explanation
        return tile
