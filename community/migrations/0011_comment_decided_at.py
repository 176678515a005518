"""When a comment was decided on stands in the decisions; nothing read it here any more."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("community", "0010_ends_of_restraints")]

    operations = [migrations.RemoveField(model_name="comment", name="decided_at")]
