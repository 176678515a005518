"""What was announced by then is not announced again."""

from django.db import migrations


def mark_announced(apps, schema_editor):
    last = apps.get_model("articles", "Issue").objects.exclude(covers_until=None)
    last = last.order_by("-covers_until").first()
    if last is None:
        return
    model = apps.get_model("articles", "Announcement")
    articles = apps.get_model("articles", "Article").objects
    keys = articles.filter(published_at__lte=last.covers_until).values_list("pk", flat=True)
    marks = [model(article_id=key) for key in keys]
    model.objects.bulk_create(marks, ignore_conflicts=True, batch_size=1_000)


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_announcements")]

    operations = [migrations.RunPython(mark_announced, migrations.RunPython.noop)]
