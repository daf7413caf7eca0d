"""Which parts the product is made of, bottom floor first."""

OFFICE = (
    "openmso.office.tenants",
    "openmso.office.access",
    "openmso.office.jobs",
    "openmso.office.timeline",
    "openmso.office.accounts",
    "openmso.office.disclosures",
    "openmso.office.emergency_access",
    "openmso.office.seals",
    "openmso.office.documents",
    "openmso.office.incentives",
    "openmso.office.worklists",
    "openmso.office.mail_room",
    "openmso.office.content",
    "openmso.office.on_call",
    "openmso.office.outbound",
    "openmso.office.letters",
)
ROSTER = (
    "openmso.roster.plans",
    "openmso.roster.providers",
    "openmso.roster.members",
    "openmso.roster.benefits",
    "openmso.roster.eligibility",
    "openmso.roster.pcp_changes",
)
CASEWORK = (
    "openmso.casework.external_review.published_decisions",
    "openmso.casework.external_review",
    "openmso.casework.criteria",
    "openmso.casework.prior_auth",
    "openmso.casework.inpatient.post_stabilization",
    "openmso.casework.inpatient.admissions",
    "openmso.casework.appeals",
    "openmso.casework.fast_track",
    "openmso.casework.grievances",
)
CARE = ("openmso.care.case_management",)
OVERSIGHT = ("openmso.oversight.reports", "openmso.oversight.our_decisions")
CHANNELS = (
    "openmso.channels.ui",
    "openmso.channels.public_site",
    "openmso.channels.provider_portal",
    "openmso.channels.staff_portal",
    "openmso.channels.member_portal",
    "openmso.channels.hospital_portal",
    "openmso.channels.paper",
)
# Procrastinate stands before our own apps: their jobs.py register with it while they load.
LIBRARIES = (
    "procrastinate.contrib.django",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django.contrib.postgres",  # indexes for searching by beginnings need its expressions
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "django_structlog",
)
SIGN_IN = ("allauth", "allauth.account", "allauth.mfa")


# Our own apps come before allauth, so that our sign-in pages are found before its own.
INSTALLED = (
    *LIBRARIES,
    *OFFICE,
    *ROSTER,
    *CASEWORK,
    *CARE,
    *OVERSIGHT,
    *CHANNELS,
    "openmso.project",
    *SIGN_IN,
)
