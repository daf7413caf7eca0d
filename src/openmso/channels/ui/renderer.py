"""How every form of the house is drawn: Django's own form renderer with our templates.

The engine looks into this app's `form_templates` first, so a plain Django widget comes out with
the look of the design system, and a form of an outside package (sign-in) does too.
Named in the settings as FORM_RENDERER.
"""

from functools import cached_property
from pathlib import Path

import django.forms
from django.forms.renderers import BaseRenderer
from django.template.backends.base import BaseEngine
from django.template.backends.django import DjangoTemplates

HERE = Path(__file__).parent
OURS = [HERE / "form_templates", HERE / "templates"]
DJANGOS = Path(django.forms.__path__[0]) / "templates"


class Renderer(BaseRenderer):
    form_template_name = "ui/form.html"
    formset_template_name = "ui/formset.html"
    field_template_name = "ui/field.html"

    def get_template(self, template_name: str) -> object:
        return self.engine.get_template(template_name)

    @cached_property
    def engine(self) -> BaseEngine:
        return DjangoTemplates(
            {"APP_DIRS": False, "DIRS": [*OURS, DJANGOS], "NAME": "forms", "OPTIONS": {}}
        )
