from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_announced_before")]

    operations = [
        migrations.RemoveField(model_name="issue", name="covers_until"),
        migrations.RemoveField(model_name="subscriber", name="bounces"),
    ]
