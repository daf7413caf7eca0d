"""The addresses of the members' portal, below /member/."""

from django.urls import path

from .my_letters import views as my_letters
from .my_requests import views as my_requests

app_name = "member"
urlpatterns = [
    path("", my_requests.home, name="home"),
    path("requests/<uuid:request_id>/", my_requests.request_page, name="request"),
    path("letters/", my_letters.letters, name="letters"),
    path("letters/<uuid:letter_id>/", my_letters.letter, name="letter"),
    path("letters/<uuid:letter_id>/paper/", my_letters.letter_pdf, name="letter_pdf"),
]
