"""The hospital's pages, in the order in which a night goes through them."""

from django.urls import path

from . import views

app_name = "hospital"
urlpatterns = [
    path("", views.start, name="start"),
    path("code/", views.code, name="code"),
    path("ask/", views.ask_page, name="ask"),
    path("requests/<str:receipt>/", views.status, name="status"),
    path("leave/", views.leave, name="leave"),
]
