"""When it was known last that an import goes on."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0012_questions_asked_again"),
    ]

    operations = [
        migrations.AddField(
            model_name="importrun",
            name="alive_at",
            field=models.DateTimeField(
                editable=False, help_text="When it was known last that more may come.", null=True
            ),
        ),
    ]
