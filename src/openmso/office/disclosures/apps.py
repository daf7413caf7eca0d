"""Registers the disclosures tables with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.office.disclosures"
    label = "disclosures"
