"""The columns of what is tried again are said once, for all tables; nothing changes in the database."""

from django.db import migrations, models

PAUSED = ("addressproof", "download", "erasure")


class Migration(migrations.Migration):
    dependencies = [
        ("community", "0040_pauses_of_letters"),
    ]

    operations = [
        *(
            migrations.AlterField(
                model_name=model,
                name="attempts",
                field=models.PositiveSmallIntegerField(default=0),
            )
            for model in PAUSED
        ),
        *(
            migrations.AlterField(
                model_name=model, name="not_before", field=models.DateTimeField(null=True)
            )
            for model in PAUSED
        ),
    ]
