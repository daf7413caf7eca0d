"""Papers come by e-mail and from the member portal too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0004_fewer_indexes"),
    ]

    operations = [
        migrations.AlterField(
            model_name="document",
            name="source",
            field=models.CharField(
                choices=[
                    ("portal", "Portal"),
                    ("fax", "Fax"),
                    ("mail", "Mail"),
                    ("email", "E-mail"),
                    ("member", "Member portal"),
                    ("phone", "Telephone note"),
                    ("office", "Written by us"),
                ],
                max_length=10,
            ),
        ),
    ]
