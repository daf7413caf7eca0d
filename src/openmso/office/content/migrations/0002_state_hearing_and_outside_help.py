"""Two more purposes of a contact line: the State Hearing office, and help from outside."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("content", "0001_create_contact_lines")]

    operations = [
        migrations.AlterField(
            model_name="contactline",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("member_services", "Member services"),
                    ("utilization_management", "Utilization management"),
                    ("um_fax", "Utilization management fax"),
                    ("portal_accounts", "Portal accounts for practices"),
                    ("language_help", "Language help"),
                    ("grievances", "Complaints and appeals"),
                    ("after_hours", "After-hours nurse"),
                    ("regulator", "The regulator"),
                    ("state_hearing", "State Hearing office"),
                    ("outside_help", "Free help from outside"),
                ],
                max_length=30,
            ),
        ),
    ]
