"""The tests' own database is PostgreSQL as the product ships it."""

import pytest
from django.db import connection


@pytest.mark.django_db
def test_the_database_sorts_and_stores_text_as_the_product_expects() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int / 10000, current_user")
        version, role = cursor.fetchone()
        cursor.execute("SELECT 'é' < 'z', current_setting('server_encoding')")
        by_code_point, encoding = cursor.fetchone()

    assert version >= 15
    assert role == "openmso"
    assert by_code_point is False
    assert encoding == "UTF8"
