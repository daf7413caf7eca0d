"""A member may ask for a decision; requests come by e-mail and from the member portal too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("prior_auth", "0007_guard_rulings"),
    ]

    operations = [
        migrations.AddField(
            model_name="authorizationrequest",
            name="asked_by",
            field=models.CharField(
                choices=[("practice", "practice"), ("member", "member")],
                default="practice",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="authorizationrequest",
            name="channel",
            field=models.CharField(
                choices=[
                    ("portal", "portal"),
                    ("fax", "fax"),
                    ("phone", "phone"),
                    ("mail", "mail"),
                    ("email", "email"),
                    ("member", "member"),
                ],
                max_length=10,
            ),
        ),
    ]
