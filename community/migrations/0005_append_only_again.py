"""SQLite altered the table of decisions by making a new one: its triggers are made again.

The same statements as in 0002.
"""

from importlib import import_module

from django.db import migrations

FIRST = import_module("community.migrations.0002_append_only")
TABLE = "community_decision"


def lock_again(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for statement in FIRST.SQLITE:
            schema_editor.execute(statement.format(table=TABLE, refusal=FIRST.REFUSAL))


class Migration(migrations.Migration):
    dependencies = [("community", "0004_rights_and_lanes")]

    operations = [migrations.RunPython(lock_again, migrations.RunPython.noop)]
