"""The database itself refuses to change or remove a report that ran, or a review note."""

from django.db import migrations

REFUSE = """
CREATE TRIGGER report_run_append_only BEFORE UPDATE OR DELETE ON report_run
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER report_outlier_review_append_only BEFORE UPDATE OR DELETE ON report_outlier_review
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
"""
ALLOW = """
DROP TRIGGER report_outlier_review_append_only ON report_outlier_review;
DROP TRIGGER report_run_append_only ON report_run;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0001_create_reports"),
        ("timeline", "0002_make_history_append_only"),
    ]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
