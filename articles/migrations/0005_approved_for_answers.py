"""Whether an article may be quoted in answers."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_search_index")]

    operations = [
        migrations.AddField(
            model_name="article",
            name="answers_approved_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
