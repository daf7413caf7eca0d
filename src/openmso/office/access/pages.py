"""Every page says who may open it; one that says nothing stops the start.

`@requires(Permission.X)` on a view, or `@public` where nobody has to sign in. Pages of outside
packages cannot be decorated; `OUTSIDE_PAGES` names their rule by URL name.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from .permissions import Permission

View = TypeVar("View", bound=Callable[..., Any])

PUBLIC = "public"
Rule = Permission | str

OUTSIDE_PAGES: dict[str, Rule] = {
    "account_login": PUBLIC,
    "account_logout": PUBLIC,
    "account_reset_password": PUBLIC,
    "account_reset_password_done": PUBLIC,
    "account_reset_password_from_key": PUBLIC,
    "account_reset_password_from_key_done": PUBLIC,
    "account_inactive": PUBLIC,
    "mfa_authenticate": PUBLIC,
    "mfa_login_webauthn": PUBLIC,
    "mfa_trust": PUBLIC,
    "account_reauthenticate": Permission.SIGNED_IN,
    "mfa_reauthenticate": Permission.SIGNED_IN,
    "mfa_reauthenticate_webauthn": Permission.SIGNED_IN,
    "account_change_password": Permission.SIGNED_IN,
    "account_set_password": Permission.SIGNED_IN,
    "mfa_index": Permission.SIGNED_IN,
    "mfa_activate_totp": Permission.SIGNED_IN,
    "mfa_deactivate_totp": Permission.SIGNED_IN,
    "mfa_generate_recovery_codes": Permission.SIGNED_IN,
    "mfa_view_recovery_codes": Permission.SIGNED_IN,
    "mfa_download_recovery_codes": Permission.SIGNED_IN,
    "mfa_list_webauthn": Permission.SIGNED_IN,
    "mfa_add_webauthn": Permission.SIGNED_IN,
    "mfa_edit_webauthn": Permission.SIGNED_IN,
    "mfa_remove_webauthn": Permission.SIGNED_IN,
}

# Who signs in is looked for in every office: people give an e-mail address, not their office.
SIGN_IN_PAGES = frozenset(name for name, rule in OUTSIDE_PAGES.items() if rule == PUBLIC)

# A person who still owes the second factor may open these and nothing else.
SECOND_FACTOR_PAGES = frozenset(
    {
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_generate_recovery_codes",
        "mfa_view_recovery_codes",
        "mfa_download_recovery_codes",
        "account_reauthenticate",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "account_logout",
    }
)


def requires(permission: Permission) -> Callable[[View], View]:
    """Declare the permission a page needs; the access middleware enforces it."""

    def declare(view: View) -> View:
        return _declare(view, permission)

    return declare


def public(view: View) -> View:
    """Declare a page that nobody has to sign in for."""
    return _declare(view, PUBLIC)


def rule_of(view: object, view_name: str) -> Rule | None:
    """Return the rule of a page, or None when it declares none."""
    declared = getattr(view, "access_rule", None)
    return declared if declared is not None else OUTSIDE_PAGES.get(view_name)


def _declare(view: View, rule: Rule) -> View:
    @wraps(view)
    def page(*args: Any, **kwargs: Any) -> Any:
        return view(*args, **kwargs)

    vars(page)["access_rule"] = rule
    return cast("View", page)
