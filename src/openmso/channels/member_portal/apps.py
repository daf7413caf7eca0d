"""Registers the members' portal with Django and its entries in the menu."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from openmso.channels.ui import navigation
from openmso.office.access.permissions import Permission


class Config(AppConfig):
    name = "openmso.channels.member_portal"
    label = "member_portal"

    def ready(self) -> None:
        navigation.add("member", _("My requests"), "member:home", Permission.MEMBER_OWN_READ)
        navigation.add("member", _("Ask about care"), "member:ask", Permission.MEMBER_OWN_READ)
        navigation.add("member", _("My care plan"), "member:care_plan", Permission.MEMBER_OWN_READ)
        navigation.add("member", _("My doctor"), "member:my_doctor", Permission.MEMBER_OWN_READ)
        concern = _("Tell us what is wrong")
        navigation.add("member", concern, "member:concerns", Permission.MEMBER_OWN_READ)
        navigation.add("member", _("My letters"), "member:letters", Permission.MEMBER_OWN_READ)
