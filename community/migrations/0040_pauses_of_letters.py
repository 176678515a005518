"""A letter about somebody's own words that is put off waits longer each time."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("community", "0039_calmer_erasure_choices"),
    ]

    operations = [
        migrations.AddField(
            model_name="addressproof",
            name="attempts",
            field=models.PositiveSmallIntegerField(
                default=0, help_text="Times its letter was put off."
            ),
        ),
        migrations.AddField(
            model_name="addressproof",
            name="not_before",
            field=models.DateTimeField(help_text="When its letter is tried again.", null=True),
        ),
        migrations.AddField(
            model_name="download",
            name="attempts",
            field=models.PositiveSmallIntegerField(
                default=0, help_text="Times its letter was put off."
            ),
        ),
        migrations.AddField(
            model_name="download",
            name="not_before",
            field=models.DateTimeField(help_text="When its letter is tried again.", null=True),
        ),
        migrations.AddField(
            model_name="erasure",
            name="attempts",
            field=models.PositiveSmallIntegerField(
                default=0, help_text="Times its letter was put off."
            ),
        ),
        migrations.AddField(
            model_name="erasure",
            name="not_before",
            field=models.DateTimeField(help_text="When its letter is tried again.", null=True),
        ),
    ]
