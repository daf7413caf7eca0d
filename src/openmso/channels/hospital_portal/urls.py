"""The hospital's pages, in the order in which a night goes through them."""

from django.urls import path

from . import admission_views, letter_views, views

app_name = "hospital"
urlpatterns = [
    path("", views.start, name="start"),
    path("code/", views.code, name="code"),
    path("ask/", views.ask_page, name="ask"),
    path("requests/<str:receipt>/", views.status, name="status"),
    path(
        "requests/<str:receipt>/letters/<uuid:letter_id>/",
        letter_views.night_letter,
        name="night_letter",
    ),
    path("admissions/new/", admission_views.tell, name="tell"),
    path("admissions/<str:stay_receipt>/", admission_views.stay, name="stay"),
    path(
        "admissions/<str:stay_receipt>/letters/<uuid:letter_id>/",
        letter_views.stay_letter,
        name="stay_letter",
    ),
    path("find/", letter_views.find, name="find"),
    path("leave/", views.leave, name="leave"),
]
