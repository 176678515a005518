"""News of decisions, appeals and flags names its subject, so that it can say about what it is."""

from django.db import migrations, models

KINDS = [
    ("reply", "An answer to you"),
    ("mention", "You were mentioned"),
    ("branch", "An answer in a conversation you follow"),
    ("thread", "A comment below an article you follow"),
    ("person", "A comment of somebody you follow"),
    ("topic", "An article in a topic you follow"),
    ("correction", "A correction of an article you follow"),
    ("withdrawal", "An article you follow was withdrawn"),
    ("decision", "A decision of the moderators"),
    ("answer", "An answer to your appeal"),
    ("flag", "An answer to your flag"),
    ("confirm", "Please confirm"),
]


def name_subjects(apps, schema_editor):
    """What was told before: its key names the event, which names the subject while it is kept."""
    news = apps.get_model("community", "Notification").objects
    events = apps.get_model("community", "OutboxEvent").objects
    news.filter(kind="answer", key__startswith="flag-").update(kind="flag")
    for row in news.filter(kind__in=("decision", "answer", "flag")).iterator():
        # "event-7", "flag-7" of the flag that event 7 settled, or "flag-7-flag-3" of flag 3.
        number = row.key.rsplit("-", 1)[1]
        if row.key.count("-") == 1:
            number = events.filter(pk=number).values_list("subject_id", flat=True).first()
        if number is not None:
            news.filter(pk=row.pk).update(subject_id=number)


class Migration(migrations.Migration):
    dependencies = [("community", "0037_version_of_pieces")]

    operations = [
        migrations.AddField(
            model_name="notification",
            name="subject_id",
            field=models.BigIntegerField(
                help_text="Key of the decision, appeal or flag; which, follows from the kind.",
                null=True,
            ),
        ),
        migrations.AlterField(
            model_name="notification",
            name="kind",
            field=models.CharField(choices=KINDS, max_length=10),
        ),
        migrations.RunPython(name_subjects, migrations.RunPython.noop),
    ]
