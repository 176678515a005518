"""Reply templates that go with a decision about a person."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("community", "0011_comment_decided_at")]

    operations = [
        migrations.AlterField(
            model_name="replytemplate",
            name="use",
            field=models.CharField(
                choices=[
                    ("decision", "With a decision"),
                    ("crisis", "To somebody in a crisis"),
                    ("red_flag", "To somebody who may need a doctor"),
                    ("person", "With a decision about a person"),
                    ("notice", "As the answer to a notice"),
                    ("appeal", "As the answer to an appeal"),
                ],
                default="decision",
                max_length=10,
            ),
        ),
    ]
