"""Each part of the design system draws itself without arithmetic and with whole references."""

from typing import Any

import pytest
from django.utils.html import format_html

from channels.ui.drawing import LOS_ANGELES, SUNDAY_NOON, a_frame, drawn
from openmso.channels.ui.navigation import Link
from openmso.channels.ui.presenters.contact import ContactLine
from openmso.channels.ui.presenters.deadline import DeadlineFacts, deadline_badge
from openmso.channels.ui.presenters.facts import Crumb, Fact, Paper, TimelineEntry
from openmso.channels.ui.presenters.status import StatusTag, StatusTone
from openmso.channels.ui.presenters.worklist import (
    ActiveFilter,
    Cell,
    Column,
    Empty,
    KeyHint,
    Pages,
    Row,
    RowAct,
    Table,
)
from openmso.channels.ui.templatetags.ui_tags import fact_pairs
from page_checks import assert_ids_resolve, assert_nothing_inline

BADGE = deadline_badge(
    DeadlineFacts(
        uid="d", question="Decision", due_at=SUNDAY_NOON, rule_id="R-1", citation="Source"
    ),
    at=SUNDAY_NOON,
    zone=LOS_ANGELES,
)
TABLE = Table(
    uid="work",
    caption="Requests by time left",
    columns=(Column(label="Request"), Column(label="Due", sort_href="?s", sorted_as="ascending")),
    rows=(
        Row(
            uid="r1",
            href="/case/",
            text="Knee MRI",
            cells=(Cell(deadline=BADGE), Cell(tag=StatusTag("New", StatusTone.NEW), below="x")),
            acts=(RowAct(key="a", label="Assign to me", href="/assign/", post=True),),
        ),
    ),
    has_acts=True,
)
FILTER = ActiveFilter(label="IPA", value="Harbor", remove_href="?")
PARTS: dict[str, dict[str, Any]] = {
    "ui/_worklist_table.html": {"table": TABLE},
    "ui/_facts.html": {
        "facts": (Fact(label="Member", value="Ana", href="/m/", change_href="/c/"),)
    },
    "ui/_timeline.html": {"entries": (TimelineEntry(what="Received", when="today", learned="x"),)},
    "ui/_papers.html": {"papers": (Paper(name="a.pdf", kind="Notes", received="today"),)},
    "ui/_pages.html": {"pages": Pages(shown="25 of 90", next_href="?n")},
    "ui/_active_filters.html": {"active": (FILTER,)},
    "ui/_empty.html": {"empty": Empty(sentence="Nothing.", active=(FILTER,), clear_href="?")},
    "ui/_keys.html": {"keys": (KeyHint(key="a", does="Assign"),)},
    "ui/_breadcrumbs.html": {"trail": (Crumb(label="Home", href="/"), Crumb(label="Here"))},
    "ui/_status_tag.html": {"tag": StatusTag("Approved", StatusTone.GOOD)},
    "ui/_print_button.html": {},
    "ui/_second_factor_needed.html": {},
    "ui/_contact_line.html": {
        "line": ContactLine(purpose="m", label="Members", voice="2135550114", tty="711")
    },
}


@pytest.mark.parametrize("template", PARTS)
def test_a_part_draws_itself_with_whole_references(template: str) -> None:
    html = drawn(template, **PARTS[template])

    assert_ids_resolve(html)
    assert_nothing_inline(html)


@pytest.mark.parametrize(
    "template", ["ui/public.html", "ui/member.html", "ui/practice.html", "ui/desk.html"]
)
@pytest.mark.requirement("S004-45", "S000-81")
def test_every_page_frame_has_a_skip_link_a_title_and_the_office_s_name(template: str) -> None:
    html = drawn(template, frame=a_frame(menu=(Link("Worklist", "/staff/", current=True),)))

    assert '<a class="usa-skipnav" href="#main">' in html
    assert "Harborview Medical Office" in html
    assert "© 2026 Harborview Medical Office, Inc." in html
    assert '<html lang="en" dir="ltr">' in html
    assert "Dial 711" in html
    assert_ids_resolve(html)
    assert_nothing_inline(html)


def test_the_worklist_s_row_starts_with_its_link_and_names_its_letter() -> None:
    html = drawn("ui/_worklist_table.html", table=TABLE)

    assert html.index("data-row-link") < html.index("deadline")
    assert 'aria-sort="ascending"' in html
    assert 'data-key="a"' in html


@pytest.mark.parametrize("status", [400, 403, 404, 500, 503])
def test_error_pages_are_fixed_and_need_nothing(status: int) -> None:
    html = drawn(f"ui/errors/{status}.html", frame=None, request=None, csrf_token=None)

    assert "<h1>" in html
    assert_ids_resolve(html)


@pytest.mark.requirement("S000-11", "S000-14")
def test_a_line_shows_its_text_telephone_and_the_number_for_internet_relay() -> None:
    line = ContactLine(
        purpose="m", label="Members", voice="2135550114", tty="711", toll_free="8005550114"
    )

    html = drawn("ui/_contact_line.html", line=line)

    assert "(213) 555-0114" in html
    assert 'href="tel:711"' in html
    relay = html[html.index("VRS, IP Relay") :]
    assert "(800) 555-0114" in relay
    assert "711" not in relay


def test_a_fact_is_text_and_never_markup() -> None:
    facts = (
        Fact(label="A <b>", value="<script>alert('1')</script> & more"),
        Fact(label="Shown", value=format_html("<em>{}</em>", "as it is")),
    )

    drawn = fact_pairs(facts)

    assert "<dt>A &lt;b&gt;</dt>" in drawn
    assert "<dd>&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt; &amp; more</dd>" in drawn
    assert "<dd><em>as it is</em></dd>" in drawn
