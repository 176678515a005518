"""What each name is besides somebody's is decided once an erasure, and kept with it until the names are gone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("community", "0042_pauses_of_alerts"),
    ]

    operations = [
        migrations.AddField(
            model_name="erasure",
            name="names",
            field=models.JSONField(default=dict),
        ),
    ]
