import pytest

from openmso.channels.public_site.outside_hosts import allowed_host


def test_a_listed_authority_may_be_linked() -> None:
    assert allowed_host("https://www.cms.gov/appeals?x=1") == "www.cms.gov"


@pytest.mark.parametrize(
    "address",
    [
        "http://www.cms.gov/",
        "https://www.cms.gov.evil.example/",
        "https://evil.example/www.cms.gov",
        "https://www.cms.gov@evil.example/",
        "https://evil@www.cms.gov/",
        "https://www.cms.gov:8443/",
        "https://www.cms.gov\\@evil.example/",
        "javascript:alert(1)",
        "//www.cms.gov/",
        "https://[broken/",
        "https://www.cms.gov:port/",
        "",
    ],
)
def test_anything_else_may_not(address: str) -> None:
    assert allowed_host(address) is None
