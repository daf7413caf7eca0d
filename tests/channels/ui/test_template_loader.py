"""Templates: what is found in one is found once, and a page is drawn as Django would draw it."""

from django.template import Context, Engine
from django.template.loader_tags import BlockNode

OURS = "openmso.channels.ui.template_loader.Loader"
FRAME = "<h1>{% block title %}Office{% endblock %}</h1>{% block body %}empty{% endblock %}"
PAGE = "{% extends 'frame' %}{% block body %}{{ block.super }}, {{ who }}{% endblock %}"
TEMPLATES = {"frame": FRAME, "page": PAGE}


def engine(loader: str) -> Engine:
    return Engine(loaders=[(loader, [("django.template.loaders.locmem.Loader", TEMPLATES)])])


def test_a_page_in_a_frame_is_drawn_as_by_djangos_own_loader_every_time() -> None:
    ours, djangos = engine(OURS), engine("django.template.loaders.cached.Loader")

    for who in ("Ana", "Ben"):
        drawn = ours.get_template("page").render(Context({"who": who}))
        assert drawn == djangos.get_template("page").render(Context({"who": who}))
        assert drawn == f"<h1>Office</h1>empty, {who}"
    assert ours.get_template("frame").render(Context()) == "<h1>Office</h1>empty"


def test_the_blocks_of_a_frame_are_looked_for_once() -> None:
    frame = engine(OURS).get_template("frame")

    first = frame.nodelist.get_nodes_by_type(BlockNode)

    assert [block.name for block in first if isinstance(block, BlockNode)] == ["title", "body"]
    assert frame.nodelist.get_nodes_by_type(BlockNode) is first
