"""Registers the eligibility tables with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.roster.eligibility"
    label = "eligibility"
