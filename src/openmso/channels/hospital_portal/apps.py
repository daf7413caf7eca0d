"""Registers the hospital's pages with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.channels.hospital_portal"
    label = "hospital_portal"
