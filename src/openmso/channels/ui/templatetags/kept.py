"""Parts of a page that are the same for many requests, drawn once and kept.

    {% kept_for page_language frame.menu %}...{% endkept_for %}

Everything that the part shows and that can change must stand in the tag: what was drawn for the
same values is used again, in this process, until it stops. A part with a form must not be kept,
its token belongs to one person.
"""

from typing import Any

from django import template
from django.template import Context
from django.template.base import FilterExpression, Node, NodeList, Parser, Token
from django.utils import translation

register = template.Library()

MOST_KEPT = 500


class KeptNode(Node):
    """Draws its part once for each set of values and for each language."""

    def __init__(self, nodelist: NodeList, values: list[FilterExpression]) -> None:
        self.nodelist, self.values = nodelist, values
        self.kept: dict[tuple[Any, ...], str] = {}

    def render(self, context: Context) -> str:
        around = context.get("frame")
        drawn_for = (
            around.language if around else translation.get_language(),
            *(value.resolve(context) for value in self.values),
        )
        drawn = self.kept.get(drawn_for)
        if drawn is None:
            drawn = self.nodelist.render(context)
            if len(self.kept) >= MOST_KEPT:
                self.kept.clear()
            self.kept[drawn_for] = drawn
        return drawn


@register.tag
def kept_for(parser: Parser, token: Token) -> KeptNode:
    """Keep what is drawn up to `endkept_for`, for these values."""
    values = [parser.compile_filter(word) for word in token.split_contents()[1:]]
    nodelist = parser.parse(("endkept_for",))
    parser.delete_first_token()
    return KeptNode(nodelist, values)
