"""What was published before answers were there may be quoted in them."""

from django.db import migrations
from django.utils import timezone


def approve_published(apps, schema_editor):
    articles = apps.get_model("articles", "Article").objects
    articles.filter(state="published").update(answers_approved_at=timezone.now())


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_approved_for_answers")]

    operations = [migrations.RunPython(approve_published, migrations.RunPython.noop)]
