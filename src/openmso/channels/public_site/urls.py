"""The public pages, the pulse of the server, and "I am still here"."""

from django.urls import path

from . import views

app_name = "public"
urlpatterns = [
    path("", views.front_page, name="front_page"),
    path("contact/", views.contact, name="contact"),
    path("language-help/", views.language_help, name="language_help"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("site-map/", views.site_map, name="site_map"),
    path("leaving/", views.leaving, name="leaving"),
    path("session/stay/", views.stay_signed_in, name="stay_signed_in"),
    path("healthz", views.health, name="health"),
]
