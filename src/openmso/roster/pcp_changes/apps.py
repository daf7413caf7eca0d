"""Registers changes of the primary care doctor with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.roster.pcp_changes"
    label = "pcp_changes"
