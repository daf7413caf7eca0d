"""The addresses of the practices' portal, below /practice/."""

from django.urls import path

from .appeal import views as appeal
from .check_eligibility import views as check_eligibility
from .colleagues import views as colleagues
from .concern import views as concern
from .home import views as home
from .my_requests import views as my_requests
from .need import views as need
from .request_authorization import views as request_authorization

app_name = "practice"
urlpatterns = [
    path("", home.home, name="home"),
    path("eligibility/", check_eligibility.eligibility, name="eligibility"),
    path("receipts/<str:number>/", check_eligibility.receipt, name="receipt"),
    path("is-it-needed/", need.need, name="need"),
    path("codes/", need.codes, name="codes"),
    path("diagnoses/", request_authorization.diagnoses, name="diagnoses"),
    path("requests/", my_requests.requests, name="requests"),
    path("requests/new/", request_authorization.new, name="request_new"),
    path("requests/new/check/", request_authorization.check, name="request_check"),
    path("requests/form/", request_authorization.form_to_print, name="request_form_print"),
    path("requests/form/pdf/", request_authorization.form_as_pdf, name="request_form_pdf"),
    path("requests/<uuid:request_id>/", my_requests.request_page, name="request"),
    path(
        "requests/<uuid:request_id>/form/",
        request_authorization.form_of_one_request,
        name="request_form",
    ),
    path("requests/<uuid:request_id>/sent/", request_authorization.sent, name="request_sent"),
    path("requests/<uuid:request_id>/status/", my_requests.status, name="request_status"),
    path("requests/<uuid:request_id>/message/", my_requests.message, name="request_message"),
    path("requests/<uuid:request_id>/add/", my_requests.add, name="request_add"),
    path("requests/<uuid:request_id>/appeal/", appeal.appeal, name="appeal"),
    path("requests/<uuid:request_id>/concern/", concern.concern, name="concern"),
    path("requests/<uuid:request_id>/withdraw/", my_requests.take_back, name="request_withdraw"),
    path(
        "requests/<uuid:request_id>/talk/<uuid:talk_id>/",
        my_requests.answer_offer,
        name="request_talk",
    ),
    path(
        "requests/<uuid:request_id>/papers/<uuid:document_id>/",
        my_requests.paper,
        name="document",
    ),
    path("colleagues/", colleagues.colleagues, name="colleagues"),
    path("colleagues/<uuid:invitation_id>/again/", colleagues.send_again, name="colleague_again"),
    path(
        "colleagues/<uuid:invitation_id>/withdraw/", colleagues.withdraw, name="colleague_withdraw"
    ),
    path("letters/<uuid:letter_id>/", my_requests.letter, name="letter"),
]
