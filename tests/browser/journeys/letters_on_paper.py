"""Letters and forms as the member saves them: the PDF, read as it is printed."""

from pathlib import Path

from playwright.sync_api import Download

from browser.people import Person
from printed_lines import printed_lines


def paper_of_the_newest_letter(member: Person) -> str:
    """Open the newest letter of the page on paper and read it."""
    with member.page.expect_download() as download:
        member.page.locator(".my-letters li").first.get_by_role("link").last.click()
    return read(download.value)


def paper_behind(member: Person, link: str) -> str:
    with member.page.expect_download() as download:
        member.follows(link)
    return read(download.value)


def read(download: Download) -> str:
    """Return the words of a PDF on one line."""
    return " ".join(" ".join(printed_lines(Path(download.path()).read_bytes())).split())
