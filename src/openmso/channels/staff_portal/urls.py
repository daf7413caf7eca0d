"""Every address of the staff portal, desk by desk."""

from django.urls import path

from . import home
from .accounts import superior
from .accounts import views as accounts
from .appeals import views as appeals
from .attestation import views as attestation
from .case_management import act_page as care_acts
from .case_management import views as care
from .emergency import review_views as emergency_reviews
from .emergency import views as emergency
from .external_review import act_views as outside_acts
from .external_review import views as outside
from .fast_track import act_views as ending_acts
from .fast_track import views as endings
from .grievances import appeal_views as retyping
from .grievances import contact_views as contacts
from .grievances import views as grievances
from .incentives import views as incentives
from .inpatient import act_views as stay_acts
from .inpatient import census_views as stays
from .inpatient import hospitalist_views as hospitalists
from .inpatient import status_views as statuses
from .inpatient import views as inpatient
from .job_shelf import views as job_shelf
from .key_in import search_views as searches
from .key_in import views as key_in
from .letters import views as letters
from .mail_room import to_case
from .mail_room import views as mail_room
from .members import views as members
from .on_call import call_views, page_views, schedule_views
from .our_decisions import views as our_decisions
from .pcp_changes import views as pcp_changes
from .post_stabilization import hospitals
from .post_stabilization import views as night
from .prior_auth.acts import pages as acts
from .prior_auth.decide import views as deciding
from .prior_auth.papers import views as papers
from .prior_auth.review import views as review
from .prior_auth.similar_decisions import views as similar
from .prior_auth.talks import views as talks
from .prior_auth.two_requests import joining, splitting
from .replay import views as replay
from .reports import files as report_files
from .reports import views as reports
from .rules import views as rules
from .sealed import views as sealed
from .wording import views as wording
from .worklist import views as worklist

app_name = "staff"

CASE = "prior-auth/<uuid:request_id>/"
APPEAL = "appeals/<uuid:appeal_id>/"
GRIEVANCE = "grievances/<uuid:grievance_id>/"
NIGHT = "post-stabilization/<uuid:case_id>/"
STAY = "stays/<uuid:admission_id>/"
OUTSIDE = "external-review/<uuid:review_id>/"
MAIL = "mail/<uuid:mail_id>/"
CARE = "case-management/<uuid:care_id>/"
ACCOUNT = "accounts/<uuid:account_id>/"
EMERGENCY = "emergency/<uuid:access_id>/"
REPORT = "reports/<uuid:run_id>/"
INVITATION = "accounts/invitations/<uuid:invitation_id>/"

urlpatterns = [
    path("", home.home, name="home"),
    path(f"{CASE}as-it-stood/", replay.of_request, name="prior_auth_case_as_it_stood"),
    path(f"{APPEAL}as-it-stood/", replay.of_appeal, name="appeal_as_it_stood"),
    path(f"{GRIEVANCE}as-it-stood/", replay.of_grievance, name="grievance_as_it_stood"),
    path(f"{OUTSIDE}as-it-stood/", replay.of_review, name="external_review_case_as_it_stood"),
    path(f"{STAY}as-it-stood/", replay.of_stay, name="admission_as_it_stood"),
    path(f"{NIGHT}as-it-stood/", replay.of_night, name="post_stabilization_case_as_it_stood"),
    path("worklist/", worklist.worklist, name="worklist"),
    path("worklist/take/<uuid:item_id>/", worklist.take_item, name="take"),
    path("worklist/give-back/<uuid:item_id>/", worklist.give_back, name="give_back"),
    path("worklist/<slug:queue>/", worklist.worklist, name="worklist"),
    path("key-in/", key_in.key_in, name="key_in"),
    path("key-in/member/", key_in.member_part, name="key_in_member"),
    path("key-in/practice/", key_in.practice_part, name="key_in_practice"),
    path("key-in/completeness/", key_in.completeness, name="key_in_completeness"),
    path("key-in/done/<uuid:request_id>/", key_in.keyed, name="keyed"),
    path("mail/", mail_room.inbox, name="mail_room"),
    path(MAIL, mail_room.paper, name="mail_paper"),
    path(f"{MAIL}files/<uuid:mail_file_id>/", mail_room.file, name="mail_file"),
    path(f"{MAIL}case/", to_case.to_case_page, name="mail_to_case"),
    path(f"{MAIL}reject/", mail_room.reject_page, name="mail_reject"),
    path(f"{MAIL}hand-on/", mail_room.hand_on_page, name="mail_hand_on"),
    path(f"{MAIL}back/", mail_room.back_page, name="mail_back"),
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
    path(f"{CASE}appeal/", appeals.file, name="appeal_file"),
    path(APPEAL, appeals.appeal, name="appeal"),
    path(f"{APPEAL}papers/<uuid:appeal_paper_id>/", appeals.paper, name="appeal_paper"),
    path(f"{APPEAL}add/", appeals.add, name="appeal_add"),
    path(f"{APPEAL}reviewer/", appeals.choose_reviewer, name="appeal_reviewer"),
    path(f"{APPEAL}authority/", appeals.note_authority, name="appeal_authority"),
    path(f"{APPEAL}late/", appeals.accept_late, name="appeal_late"),
    path(f"{APPEAL}fast/", appeals.make_urgent, name="appeal_urgent"),
    path(f"{APPEAL}extend/", appeals.extend, name="appeal_extend"),
    path(f"{APPEAL}dismiss/", appeals.dismiss, name="appeal_dismiss"),
    path(f"{APPEAL}withdraw/", appeals.withdraw, name="appeal_withdraw"),
    path(f"{APPEAL}overturn/", appeals.overturn, name="appeal_overturn"),
    path(f"{APPEAL}part/", appeals.overturn_in_part, name="appeal_part"),
    path(f"{APPEAL}uphold/", appeals.uphold, name="appeal_uphold"),
    path(f"{APPEAL}keep-care/", appeals.keep_care_going, name="appeal_keep_care"),
    path(f"{APPEAL}not-fast/", appeals.refuse_fast, name="appeal_not_fast"),
    path(f"{APPEAL}told-not-fast/", appeals.told_not_fast, name="appeal_told_not_fast"),
    path(f"{APPEAL}pay/", appeals.order_payment, name="appeal_pay"),
    path(f"{APPEAL}pay-part/", appeals.order_part, name="appeal_pay_part"),
    path(f"{APPEAL}paid/", appeals.record_payment, name="appeal_paid"),
    path(f"{APPEAL}file-sent/", appeals.case_file_sent, name="appeal_file_sent"),
    path(f"{APPEAL}entity/", appeals.entity_answer, name="appeal_entity_answer"),
    path(f"{APPEAL}grievance/", retyping.appeal_is_grievance, name="appeal_is_grievance"),
    path("grievances/", grievances.grievances, name="grievances"),
    path(GRIEVANCE, grievances.grievance, name="grievance"),
    path(f"{GRIEVANCE}do/<slug:grievance_act>/", grievances.act, name="grievance_act"),
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
    path("case-management/", care.caseload, name="care_caseload"),
    path("case-management/members/<uuid:member_id>/", care.open_for, name="care_open"),
    path(CARE, care.case, name="care_case"),
    path(f"{CARE}plan/", care.plan, name="care_plan"),
    path(f"{CARE}cover/", care.cover, name="care_cover"),
    path(f"{CARE}do/<slug:act>/", care_acts.act, name="care_act"),
    path(f"{CARE}end/<slug:ending>/<uuid:thing_id>/", care_acts.end, name="care_end"),
    path("external-review/", outside.cases, name="external_reviews"),
    path("external-review/log/", outside.log, name="external_review_log"),
    path(f"{CASE}outside-review/", outside_acts.begin, name="external_review_begin"),
    path(OUTSIDE, outside.case, name="external_review_case"),
    path(f"{OUTSIDE}application/", outside.application, name="external_review_application"),
    path(
        f"{OUTSIDE}documents/<uuid:review_document_id>/",
        outside.document,
        name="external_review_document",
    ),
    path(
        f"{OUTSIDE}papers/<uuid:review_paper_id>/", outside_acts.paper, name="external_review_paper"
    ),
    path(f"{OUTSIDE}do/<slug:review_act>/", outside_acts.act, name="external_review_act"),
    path("stays/", stays.stays, name="census"),
    path("stays/missing/", stays.missing_days, name="stays_missing"),
    path("stays/round/", statuses.daily_round, name="stays_round"),
    path("fast-track/", endings.cases, name="fast_track"),
    path("fast-track/<uuid:ending_id>/", endings.case, name="fast_track_case"),
    path(
        "fast-track/<uuid:ending_id>/as-it-stood/",
        replay.of_ending,
        name="fast_track_case_as_it_stood",
    ),
    path(
        "fast-track/<uuid:ending_id>/do/<slug:ending_act>/",
        ending_acts.act,
        name="fast_track_act",
    ),
    path("members/<uuid:member_id>/care-ends/", ending_acts.begin, name="fast_track_begin"),
    path("stays/new/", inpatient.key_in, name="stay_key_in"),
    path(STAY, inpatient.stay, name="admission"),
    path(f"{STAY}papers/", inpatient.papers, name="admission_papers"),
    path(f"{STAY}papers/<uuid:stay_paper_id>/", inpatient.paper, name="admission_paper"),
    path(f"{STAY}identify/", inpatient.identify, name="admission_identify"),
    path(f"{STAY}status/", statuses.status, name="admission_status"),
    path(f"{STAY}strike/<uuid:move_id>/", statuses.strike, name="admission_strike"),
    path(f"{STAY}hospitalists/", hospitalists.of_stay, name="admission_hospitalists"),
    path(f"{STAY}approve/", stay_acts.approve, name="admission_approve"),
    path(f"{STAY}physician/", stay_acts.physician, name="admission_physician"),
    path(f"{STAY}refuse/", stay_acts.refuse, name="admission_refuse"),
    path(f"{STAY}move/", stay_acts.move, name="admission_move"),
    path(f"{STAY}join/", stay_acts.join, name="admission_join"),
    path(f"{STAY}plan/", stay_acts.plan, name="admission_plan"),
    path(f"{STAY}notice/", stay_acts.notice, name="admission_notice"),
    path(f"{STAY}dispute/", stay_acts.dispute, name="admission_dispute"),
    path(f"{STAY}discharge/", stay_acts.leave, name="admission_discharge"),
    path("hospitals/", hospitals.hospitals, name="hospitals"),
    path("hospitals/<uuid:hospital_id>/", hospitalists.roster, name="hospitalists"),
    path("members/other-doctors/", pcp_changes.pcp_changes, name="pcp_changes"),
    path("members/", members.members, name="members"),
    path("members/<uuid:member_id>/", members.member, name="member"),
    path("members/<uuid:member_id>/contact/", contacts.contact, name="member_contact"),
    path("members/<uuid:member_id>/concern/", grievances.new_grievance, name="grievance_new"),
    path(
        "members/<uuid:member_id>/payment-appeal/",
        appeals.file_payment,
        name="payment_appeal_file",
    ),
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
    path("incentives/", incentives.incentives, name="incentives"),
    path("incentives/new/", incentives.new_incentive, name="incentive_new"),
    path("incentives/<uuid:incentive_id>/", incentives.incentive, name="incentive"),
    path("incentives/<uuid:incentive_id>/move/", incentives.move_incentive, name="incentive_move"),
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/invite/", accounts.invitation, name="account_invite"),
    path(f"{INVITATION}again/", accounts.send_again, name="invitation_again"),
    path(f"{INVITATION}withdraw/", accounts.withdraw, name="invitation_withdraw"),
    path(ACCOUNT, accounts.account, name="account"),
    path(f"{ACCOUNT}role/", accounts.role, name="account_role"),
    path(f"{ACCOUNT}superior/", superior.superior, name="account_superior"),
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
    path("our-decisions/", our_decisions.our_decisions, name="our_decisions"),
    path(f"{APPEAL}publish/", our_decisions.publish_appeal, name="publish_appeal"),
    path(f"{OUTSIDE}publish/", our_decisions.publish_review, name="publish_review"),
    path("reports/", reports.reports, name="reports"),
    path("reports/now/", reports.cases_now, name="reports_now"),
    path(REPORT, reports.report, name="report"),
    path(f"{REPORT}cases/", reports.report_cases, name="report_cases"),
    path(f"{REPORT}again/", reports.report_again, name="report_again"),
    path(f"{REPORT}review/", reports.report_review, name="report_review"),
    path(f"{REPORT}report.csv", report_files.report_csv, name="report_csv"),
    path(f"{REPORT}report.json", report_files.report_json, name="report_json"),
    path(f"{REPORT}report.xlsx", report_files.report_xlsx, name="report_xlsx"),
    path("rules/<str:rule_id>/", rules.rule, name="rule"),
]
