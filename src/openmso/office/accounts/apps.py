"""Registers the invitations with Django."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "openmso.office.accounts"
    label = "accounts"
