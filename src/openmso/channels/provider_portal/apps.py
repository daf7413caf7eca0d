"""Registers the practices' portal with Django and its entries in the menu."""

from django.apps import AppConfig

from openmso.channels.ui import navigation
from openmso.office.access.permissions import Permission


class Config(AppConfig):
    name = "openmso.channels.provider_portal"
    label = "provider_portal"

    def ready(self) -> None:
        read, submit = Permission.PRACTICE_REQUEST_READ, Permission.PRACTICE_REQUEST_SUBMIT
        eligibility = Permission.PRACTICE_ELIGIBILITY
        navigation.add("practice", "Home", "practice:home", read)
        navigation.add("practice", "Eligibility", "practice:eligibility", eligibility)
        navigation.add("practice", "Is it needed?", "practice:need", Permission.CODE_SEARCH)
        navigation.add("practice", "New request", "practice:request_new", submit)
        navigation.add("practice", "Our requests", "practice:requests", read)
        colleagues = Permission.PRACTICE_COLLEAGUES
        navigation.add("practice", "Colleagues", "practice:colleagues", colleagues)
