"""The addresses of the members' portal, below /member/."""

from django.urls import path

from .ask import views as ask
from .my_appeals import views as my_appeals
from .my_care_plan import views as my_care_plan
from .my_concerns import views as my_concerns
from .my_doctor import views as my_doctor
from .my_letters import views as my_letters
from .my_requests import views as my_requests
from .my_reviews import views as my_reviews

app_name = "member"
urlpatterns = [
    path("", my_requests.home, name="home"),
    path("requests/<uuid:request_id>/", my_requests.request_page, name="request"),
    path("requests/<uuid:request_id>/appeal/", my_appeals.appeal, name="appeal"),
    path("requests/<uuid:request_id>/review/", my_reviews.ask_for_review, name="ask_for_review"),
    path("reviews/<uuid:review_id>/", my_reviews.review, name="review"),
    path("reviews/<uuid:review_id>/form/", my_reviews.review_form, name="review_form"),
    path("ask/", ask.ask, name="ask"),
    path("concerns/", my_concerns.concerns, name="concerns"),
    path("my-doctor/", my_doctor.my_doctor, name="my_doctor"),
    path("care-plan/", my_care_plan.care_plan, name="care_plan"),
    path("care-plan/goal/", my_care_plan.goal, name="care_goal"),
    path("care-plan/say/", my_care_plan.say, name="care_say"),
    path("letters/", my_letters.letters, name="letters"),
    path("letters/<uuid:letter_id>/", my_letters.letter, name="letter"),
    path("letters/<uuid:letter_id>/paper/", my_letters.letter_pdf, name="letter_pdf"),
]
