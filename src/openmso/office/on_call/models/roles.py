"""The roles of duty as a column offers them."""

from ..domain.duty_role import DutyRole

ROLE_CHOICES = [(role.value, role.value) for role in DutyRole]
