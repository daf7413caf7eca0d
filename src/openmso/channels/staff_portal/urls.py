"""Every address of the staff portal, desk by desk."""

from django.urls import path

from . import home
from .attestation import views as attestation
from .job_shelf import views as job_shelf
from .key_in import search_views as searches
from .key_in import views as key_in
from .letters import views as letters
from .members import views as members
from .prior_auth import act_views as acts
from .prior_auth import join_views as joining
from .prior_auth import talk_views as talks
from .prior_auth import views as prior_auth
from .prior_auth.decide import views as deciding
from .rules import views as rules
from .worklist import views as worklist

app_name = "staff"

CASE = "prior-auth/<uuid:request_id>/"

urlpatterns = [
    path("", home.home, name="home"),
    path("worklist/", worklist.worklist, name="worklist"),
    path("worklist/take/<uuid:item_id>/", worklist.take_item, name="take"),
    path("worklist/give-back/<uuid:item_id>/", worklist.give_back, name="give_back"),
    path("worklist/<slug:queue>/", worklist.worklist, name="worklist"),
    path("key-in/", key_in.key_in, name="key_in"),
    path("key-in/member/", key_in.member_part, name="key_in_member"),
    path("key-in/practice/", key_in.practice_part, name="key_in_practice"),
    path("key-in/completeness/", key_in.completeness, name="key_in_completeness"),
    path("key-in/done/<uuid:request_id>/", key_in.keyed, name="keyed"),
    path("search/services/", searches.services, name="code_search"),
    path("search/diagnoses/", searches.diagnoses, name="diagnosis_search"),
    path("search/practitioners/", searches.practitioners, name="practitioner_search"),
    path(CASE, prior_auth.case, name="prior_auth_case"),
    path(f"{CASE}points/<slug:code>/", prior_auth.point, name="prior_auth_point"),
    path(f"{CASE}documents/<uuid:document_id>/", prior_auth.document, name="document"),
    path(
        f"{CASE}documents/<uuid:document_id>/text/", prior_auth.document_text, name="document_text"
    ),
    path(f"{CASE}message/", prior_auth.message, name="prior_auth_message"),
    path(f"{CASE}add/", prior_auth.add_papers, name="prior_auth_add"),
    path(f"{CASE}start-review/", acts.start_review, name="prior_auth_start_review"),
    path(f"{CASE}approve/", acts.approve, name="prior_auth_approve"),
    path(f"{CASE}send-to-physician/", acts.send_to_physician, name="prior_auth_send_to_physician"),
    path(f"{CASE}ask/", acts.ask_for_information, name="prior_auth_ask"),
    path(f"{CASE}extend/", acts.extend, name="prior_auth_extend"),
    path(f"{CASE}urgency/", acts.set_urgency, name="prior_auth_set_urgency"),
    path(f"{CASE}withdraw/", acts.withdraw, name="prior_auth_withdraw"),
    path(f"{CASE}reopen/", acts.reopen, name="prior_auth_reopen"),
    path(f"{CASE}join/", joining.join_page, name="prior_auth_join"),
    path(f"{CASE}talk/", talks.talk, name="prior_auth_talk"),
    path(f"{CASE}talk/<uuid:talk_id>/", talks.note, name="prior_auth_talk_note"),
    path(f"{CASE}decide/", deciding.decide, name="prior_auth_decide"),
    path(f"{CASE}decide/sign/", deciding.sign, name="prior_auth_sign"),
    path("reading-grade/", deciding.reading_grade, name="reading_grade"),
    path("members/", members.members, name="members"),
    path("members/<uuid:member_id>/", members.member, name="member"),
    path("members/<uuid:member_id>/check/", members.check, name="member_check"),
    path("receipts/<str:number>/", members.receipt, name="receipt"),
    path("letters/", letters.letters, name="letters"),
    path("letters/<uuid:letter_id>/", letters.letter, name="letter"),
    path("letters/<uuid:letter_id>/pdf/", letters.letter_pdf, name="letter_pdf"),
    path("request-form/", letters.request_form, name="request_forms"),
    path("request-form/<slug:ipa_key>/", letters.request_form, name="request_form"),
    path("attestation/", attestation.attestation, name="attestation"),
    path("jobs/", job_shelf.job_shelf, name="job_shelf"),
    path("jobs/<int:job_id>/retry/", job_shelf.retry, name="job_retry"),
    path("rules/<str:rule_id>/", rules.rule, name="rule"),
]
