"""Shows one drawn page in the browser without a server: the page, its static files, one search.

Everything else is answered *not found*, under the same content policy as the product's.
"""

import json
from pathlib import Path
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from playwright.sync_api import Page, Route

ADDRESS = "http://office.example/page/"
POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'"
FOUND = {"options": [{"value": "73721", "label": "MRI of a leg joint", "note": "Needs approval"}]}


def show(page: Page, html: str) -> list[str]:
    """Open `html` at ADDRESS and return the list to which requests and complaints are added."""
    seen: list[str] = []

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path == "/page/":
            headers = {"Content-Security-Policy": POLICY}
            route.fulfill(body=html, content_type="text/html; charset=utf-8", headers=headers)
        elif path.startswith("/static/"):
            file = finders.find(path.removeprefix("/static/"))
            route.fulfill(path=Path(str(file))) if file else route.fulfill(status=404)
        elif path == "/codes/":
            route.fulfill(body=json.dumps(FOUND), content_type="application/json")
        else:
            seen.append(f"{route.request.method} {path}")
            route.fulfill(status=204)

    page.route("**/*", answer)
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.goto(ADDRESS)
    page.wait_for_load_state()
    return seen
