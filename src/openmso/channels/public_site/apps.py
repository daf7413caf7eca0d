"""Registers the public pages with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.channels.public_site"
    label = "public_site"
