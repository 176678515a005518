"""When what slows somebody down, or has their comments read first, ends by itself."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("community", "0009_moved_branches")]

    operations = [
        migrations.AddField(
            model_name="member",
            name="read_first_until",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="member",
            name="slowed_until",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
