"""Finds the product's templates, and what is in each of them, once.

Django keeps a template but looks through the whole frame for its blocks each time a page is drawn
in it. Named in the settings as the loader of all pages.
"""

from typing import Any

from django.template import Origin, Template
from django.template.base import Node, NodeList
from django.template.loaders import cached


class Loader(cached.Loader):
    """Django's loader that keeps templates; their parts are found once."""

    def get_template(self, template_name: str, skip: list[Origin] | None = None) -> Template:
        template = super().get_template(template_name, skip)
        if not isinstance(template.nodelist, _KnownNodes):
            template.nodelist = _KnownNodes(template.nodelist)
        return template


class _KnownNodes(NodeList):
    """The parts of a template, which never change, and which of them are of a kind."""

    def __init__(self, nodes: NodeList) -> None:
        super().__init__(nodes)
        self.contains_nontext = nodes.contains_nontext
        self._of_kind: dict[Any, list[Node]] = {}

    def get_nodes_by_type(self, nodetype: Any) -> list[Node]:
        if nodetype not in self._of_kind:
            self._of_kind[nodetype] = super().get_nodes_by_type(nodetype)
        return self._of_kind[nodetype]
