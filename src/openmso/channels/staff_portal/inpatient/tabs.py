"""The pages about hospital stays, as far as this person may open them."""

from openmso.office.access.permissions import Permission

from ..tabs import tabs_of

tabs = tabs_of(
    ("In a hospital", "staff:census", Permission.CASE_READ),
    ("Missing days", "staff:stays_missing", Permission.CASE_READ),
    ("Daily round", "staff:stays_round", Permission.STAY_STATUS),
    ("New notice", "staff:stay_key_in", Permission.STAY_KEY_IN),
)
