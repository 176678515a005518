"""Where a branch of a thread was moved from, a pointer leads readers to it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("community", "0008_reply_templates")]

    operations = [
        migrations.AddField(
            model_name="comment",
            name="moved_to",
            field=models.ForeignKey(
                blank=True,
                help_text="Set for a pointer, which keeps the place of a branch that was moved.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pointers",
                to="community.comment",
            ),
        ),
    ]
