"""One office: the organization whose people, cases and letters belong together.

A management organization with several IPAs is one tenant; its IPAs stand in the roster and every
case names its own. Another medical group in the same installation is another tenant, and nothing
crosses between the two.
"""

from zoneinfo import ZoneInfo

from django.db import models

from openmso.standards.identifiers.row_id import new_id


class Tenant(models.Model):
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    legal_name = models.CharField(max_length=200)
    state = models.CharField(max_length=2)
    time_zone = models.CharField(max_length=60)
    holiday_list = models.CharField(max_length=60, default="federal_observed")
    letterhead_address = models.TextField(blank=True)
    website = models.CharField(max_length=200, blank=True)
    earlier_portal = models.URLField(
        blank=True, help_text="the portal practices used before, while both are open"
    )

    class Privacy:
        protected: tuple[str, ...] = ()

    class Meta:
        db_table = "tenant"

    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> ZoneInfo:
        """The office's own time zone: days end and letters are dated in it."""
        return ZoneInfo(self.time_zone)
