"""The public pages, the pulse of the server, and "I am still here"."""

from django.urls import path

from . import views
from .appeal_figures.views import appeal_figures, appeal_figures_csv, appeal_figures_json
from .coverage import coverage
from .free_help.views import free_help
from .invitation import invitation
from .our_decisions.views import our_decisions, our_decisions_csv, our_decisions_json
from .prior_auth_figures.views import (
    prior_auth_figures,
    prior_auth_figures_csv,
    prior_auth_figures_json,
)
from .rulebook.downloads import rules_csv, rules_json, rules_schema
from .rulebook.notices_page import notices_page
from .rulebook.views import rule, rulebook_page
from .what_can_i_do.views import what_can_i_do
from .what_reviewers_decide.views import published_decision, what_reviewers_decide

app_name = "public"
urlpatterns = [
    path("", views.front_page, name="front_page"),
    path("contact/", views.contact, name="contact"),
    path("free-help/", free_help, name="free_help"),
    path("language-help/", views.language_help, name="language_help"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("site-map/", views.site_map, name="site_map"),
    path("what-can-i-do/", what_can_i_do, name="what_can_i_do"),
    path("what-reviewers-decide/", what_reviewers_decide, name="what_reviewers_decide"),
    path("what-reviewers-decide/<str:reference>/", published_decision, name="published_decision"),
    path("prior-authorization-figures/", prior_auth_figures, name="prior_auth_figures"),
    path(
        "prior-authorization-figures/figures.csv",
        prior_auth_figures_csv,
        name="prior_auth_figures_csv",
    ),
    path(
        "prior-authorization-figures/figures.json",
        prior_auth_figures_json,
        name="prior_auth_figures_json",
    ),
    path("appeal-figures/", appeal_figures, name="appeal_figures"),
    path("appeal-figures/figures.csv", appeal_figures_csv, name="appeal_figures_csv"),
    path("appeal-figures/figures.json", appeal_figures_json, name="appeal_figures_json"),
    path("our-decisions/", our_decisions, name="our_decisions"),
    path("our-decisions/decisions.csv", our_decisions_csv, name="our_decisions_csv"),
    path("our-decisions/decisions.json", our_decisions_json, name="our_decisions_json"),
    path("rulebook/", rulebook_page, name="rulebook"),
    path("rulebook/notices/", notices_page, name="rulebook_notices"),
    path("rulebook/rules.csv", rules_csv, name="rules_csv"),
    path("rulebook/rules.json", rules_json, name="rules_json"),
    path("rulebook/rules.schema.json", rules_schema, name="rules_schema"),
    path("rulebook/<str:rule_id>/", rule, name="rule"),
    path("leaving/", views.leaving, name="leaving"),
    path("coverage/", coverage, name="coverage"),
    path("invitation/", invitation, name="invitation"),
    path("session/stay/", views.stay_signed_in, name="stay_signed_in"),
    path("healthz", views.health, name="health"),
]
