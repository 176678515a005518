"""The two choices of an erasure in calmer words."""

from django.db import migrations, models

CHOICES = [("words", "Erase all my words"), ("name", "Keep my comments, without my name")]


class Migration(migrations.Migration):
    dependencies = [("community", "0038_news_of_outcomes")]

    operations = [
        migrations.AlterField(
            model_name="erasure",
            name="how",
            field=models.CharField(choices=CHOICES, default="words", max_length=5),
        ),
    ]
