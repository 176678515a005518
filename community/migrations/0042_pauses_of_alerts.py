"""A message to the team that is put off waits longer each time, too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("community", "0041_columns_of_pauses"),
    ]

    operations = [
        migrations.CreateModel(
            name="AlertPause",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("not_before", models.DateTimeField(null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("urgent", "Words of danger"),
                            ("overdue", "Longer than promised"),
                        ],
                        max_length=10,
                        unique=True,
                    ),
                ),
                ("about", models.CharField(blank=True, max_length=32)),
            ],
            options={"abstract": False},
        ),
    ]
