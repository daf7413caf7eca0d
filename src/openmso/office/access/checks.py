"""A page without an access rule stops the start."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver

from .pages import Rule, rule_of


def all_pages(
    resolver: URLResolver | None = None, names: tuple[str, ...] = (), prefix: str = ""
) -> Iterator[tuple[str, str, Rule | None]]:
    """Walk every URL; yield its pattern, its full name and its rule (None when it has none)."""
    resolver = resolver or get_resolver()
    for entry in resolver.url_patterns:
        pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = (*names, entry.namespace) if entry.namespace else names
            yield from all_pages(entry, inner, pattern)
        elif isinstance(entry, URLPattern):
            name = ":".join((*names, entry.name or ""))
            yield pattern, name, rule_of(entry.callback, name)


@register()
def every_page_names_its_rule(**_: Any) -> list[CheckMessage]:
    return [
        Error(
            f'page "{pattern}" ({name or "no name"}) names no permission',
            hint="Put @requires(Permission.X) or @public on the view.",
            id="access.E001",
        )
        for pattern, name, rule in all_pages()
        if rule is None
    ]
