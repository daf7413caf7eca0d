"""A whole order as JSON and back: letterhead, numbers, dates and fields as they were that day."""

from .frozen_fields import Values, from_json, to_json
from .letter import Kind, Order
from .wording.builders import FIELDS_OF


def frozen(order: Order) -> Values:
    """Return the order as plain JSON values."""
    return to_json(order)


def thawed(values: Values) -> Order:
    """Return the order that was frozen; the letter's kind says which fields it has."""
    fields = from_json(FIELDS_OF[Kind(values["kind"])], values["fields"])
    return from_json(Order, values, fields=fields)
