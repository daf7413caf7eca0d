"""Who was covered in each month, as it was known at an instant."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from ..domain.facts import Group, MemberMonths

# Of two coverages on one day the plan that pays first counts, so that nobody counts twice.
_COVERED = """
    SELECT plan, ipa, coalesce(pcp, ''), language, count(*) FROM (
        SELECT DISTINCT ON (counted.day, span.member_id)
               plan.key AS plan, ipa.key AS ipa, doctor.npi AS pcp, member.language AS language
          FROM unnest(%(days)s::date[]) AS counted (day)
          JOIN coverage_span span ON span.tenant_id = %(tenant)s
           AND span.from_on <= counted.day
           AND (span.until_on IS NULL OR span.until_on > counted.day)
           AND span.known_from <= %(as_of)s
           AND (span.known_until IS NULL OR span.known_until > %(as_of)s)
          JOIN health_plan plan ON plan.id = span.plan_id
          JOIN ipa ON ipa.id = span.ipa_id
          JOIN member ON member.id = span.member_id
          LEFT JOIN practitioner doctor ON doctor.id = span.pcp_id
         ORDER BY counted.day, span.member_id, plan.pays_before, span.from_on, span.id
    ) AS covered
     WHERE %(ipa)s::text IS NULL OR ipa = %(ipa)s
     GROUP BY 1, 2, 3, 4
"""


def member_months(
    tenant_id: UUID, days: Sequence[date], *, as_of: datetime, ipa: str | None = None
) -> MemberMonths:
    """Count the members covered on these days, one of each month; `ipa` is an IPA's key. One
    query."""
    with connection.cursor() as cursor:
        cursor.execute(
            _COVERED, {"days": list(days), "tenant": tenant_id, "as_of": as_of, "ipa": ipa}
        )
        return Counter(
            {
                Group(plan, in_ipa, pcp, language): count
                for plan, in_ipa, pcp, language, count in cursor.fetchall()
            }
        )
