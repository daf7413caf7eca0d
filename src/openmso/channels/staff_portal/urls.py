"""Every address of the staff portal, desk by desk."""

from django.urls import path

from . import home
from .accounts import views as accounts
from .attestation import views as attestation
from .emergency import review_views as emergency_reviews
from .emergency import views as emergency
from .job_shelf import views as job_shelf
from .key_in import search_views as searches
from .key_in import views as key_in
from .letters import views as letters
from .members import views as members
from .on_call import call_views, page_views, schedule_views
from .post_stabilization import hospitals
from .post_stabilization import views as night
from .prior_auth.acts import pages as acts
from .prior_auth.decide import views as deciding
from .prior_auth.papers import views as papers
from .prior_auth.review import views as review
from .prior_auth.similar_decisions import views as similar
from .prior_auth.talks import views as talks
from .prior_auth.two_requests import joining, splitting
from .rules import views as rules
from .sealed import views as sealed
from .wording import views as wording
from .worklist import views as worklist

app_name = "staff"

CASE = "prior-auth/<uuid:request_id>/"
NIGHT = "post-stabilization/<uuid:case_id>/"
ACCOUNT = "accounts/<uuid:account_id>/"
EMERGENCY = "emergency/<uuid:access_id>/"
INVITATION = "accounts/invitations/<uuid:invitation_id>/"

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
    path(CASE, review.case, name="prior_auth_case"),
    path(f"{CASE}points/<slug:code>/", review.point, name="prior_auth_point"),
    path(f"{CASE}documents/<uuid:document_id>/", papers.document, name="document"),
    path(f"{CASE}documents/<uuid:document_id>/text/", papers.document_text, name="document_text"),
    path(f"{CASE}message/", review.message, name="prior_auth_message"),
    path(f"{CASE}add/", papers.add_papers, name="prior_auth_add"),
    path(f"{CASE}start-review/", acts.start_review, name="prior_auth_start_review"),
    path(f"{CASE}approve/", acts.approve, name="prior_auth_approve"),
    path(f"{CASE}send-to-physician/", acts.send_to_physician, name="prior_auth_send_to_physician"),
    path(f"{CASE}ask/", acts.ask_for_information, name="prior_auth_ask"),
    path(f"{CASE}extend/", acts.extend, name="prior_auth_extend"),
    path(f"{CASE}urgency/", acts.set_urgency, name="prior_auth_set_urgency"),
    path(f"{CASE}withdraw/", acts.withdraw, name="prior_auth_withdraw"),
    path(f"{CASE}reopen/", acts.reopen, name="prior_auth_reopen"),
    path(f"{CASE}split/", splitting.split_page, name="prior_auth_split"),
    path(f"{CASE}renew-criteria/", acts.renew_criteria, name="prior_auth_renew_criteria"),
    path(f"{CASE}join/", joining.join_page, name="prior_auth_join"),
    path(f"{CASE}not-duplicates/", acts.not_duplicates, name="prior_auth_not_duplicates"),
    path(
        f"{CASE}duplicates-after-all/",
        acts.duplicates_after_all,
        name="prior_auth_duplicates_after_all",
    ),
    path(f"{CASE}talk/", talks.talk, name="prior_auth_talk"),
    path(f"{CASE}talk/<uuid:talk_id>/", talks.note, name="prior_auth_talk_note"),
    path(f"{CASE}decide/", deciding.decide, name="prior_auth_decide"),
    path(f"{CASE}similar-decisions/", similar.similar_decisions, name="prior_auth_similar"),
    path(f"{CASE}decide/sign/", deciding.sign, name="prior_auth_sign"),
    path("reading-grade/", deciding.reading_grade, name="reading_grade"),
    path("post-stabilization/new/", night.key_in, name="post_stabilization_key_in"),
    path(
        "post-stabilization/never-asked/", night.never_asked, name="post_stabilization_never_asked"
    ),
    path(NIGHT, night.case, name="post_stabilization_case"),
    path(f"{NIGHT}papers/<uuid:paper_id>/", night.paper, name="post_stabilization_paper"),
    path(f"{NIGHT}identify/", night.identify, name="post_stabilization_identify"),
    path(f"{NIGHT}yes/", night.yes, name="post_stabilization_yes"),
    path(f"{NIGHT}disagree/", night.disagree, name="post_stabilization_disagree"),
    path(f"{NIGHT}talk/", night.consult, name="post_stabilization_consult"),
    path(f"{NIGHT}end/", night.end, name="post_stabilization_end"),
    path("hospitals/", hospitals.hospitals, name="hospitals"),
    path("members/", members.members, name="members"),
    path("members/<uuid:member_id>/", members.member, name="member"),
    path("members/<uuid:member_id>/check/", members.check, name="member_check"),
    path("receipts/<str:number>/", members.receipt, name="receipt"),
    path("letters/", letters.letters, name="letters"),
    path("letters/<uuid:letter_id>/", letters.letter, name="letter"),
    path("letters/<uuid:letter_id>/pdf/", letters.letter_pdf, name="letter_pdf"),
    path("request-form/", letters.request_form, name="request_forms"),
    path("request-form/<slug:ipa_key>/", letters.request_form, name="request_form"),
    path("request-form/<slug:ipa_key>/pdf/", letters.request_form_pdf, name="request_form_pdf"),
    path(f"{CASE}form/", letters.form_of_one_case, name="prior_auth_form"),
    path("letter-wording/", wording.wording, name="wording"),
    path("attestation/", attestation.attestation, name="attestation"),
    path("jobs/", job_shelf.job_shelf, name="job_shelf"),
    path("jobs/<int:job_id>/retry/", job_shelf.retry, name="job_retry"),
    path("sealed/", sealed.sealed, name="sealed"),
    path("emergency/", emergency.emergency, name="emergency"),
    path(EMERGENCY, emergency.emergency_case, name="emergency_case"),
    path(
        f"{EMERGENCY}documents/<uuid:document_id>/",
        emergency.emergency_document,
        name="emergency_document",
    ),
    path("emergency-reviews/", emergency_reviews.uses, name="emergency_reviews"),
    path("emergency-reviews/<uuid:use_id>/", emergency_reviews.use, name="emergency_review"),
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/invite/", accounts.invitation, name="account_invite"),
    path(f"{INVITATION}again/", accounts.send_again, name="invitation_again"),
    path(f"{INVITATION}withdraw/", accounts.withdraw, name="invitation_withdraw"),
    path(ACCOUNT, accounts.account, name="account"),
    path(f"{ACCOUNT}role/", accounts.role, name="account_role"),
    path(f"{ACCOUNT}reach/", accounts.reach, name="account_reach"),
    path(f"{ACCOUNT}switch-off/", accounts.switching_off, name="account_off"),
    path(f"{ACCOUNT}switch-on/", accounts.switching_on, name="account_on"),
    path("on-call/", schedule_views.week, name="on_call"),
    path("on-call/schedules/<uuid:schedule_id>/", schedule_views.schedule, name="on_call_schedule"),
    path("on-call/publish/", schedule_views.publish, name="on_call_publish"),
    path("on-call/publish/weekly/", schedule_views.publish_weekly, name="on_call_publish_weekly"),
    path("on-call/shifts/<uuid:shift_id>/swap/", schedule_views.swap, name="on_call_swap"),
    path("on-call/away/", schedule_views.leave, name="on_call_leave"),
    path("on-call/pages/", page_views.pages, name="on_call_pages"),
    path("on-call/pages/<uuid:page_id>/", page_views.page, name="on_call_page"),
    path("on-call/pages/<uuid:page_id>/take/", page_views.take_over, name="on_call_take"),
    path("on-call/my-pages/", page_views.my_pages, name="on_call_mine"),
    path("on-call/calls/", call_views.calls, name="on_call_calls"),
    path("on-call/calls/<uuid:call_id>/", call_views.call, name="on_call_call"),
    path("on-call/code/", call_views.by_code, name="on_call_code"),
    path("rules/<str:rule_id>/", rules.rule, name="rule"),
]
