"""The two logs can only be added to: the database itself refuses to change or delete a row.

Whoever alters one of these tables later must make the triggers again: SQLite alters a table by
making a new one, and the triggers go with the old one. The tests of the logs notice.
"""

from django.db import migrations

LOGS = ("community_decision", "community_desklogentry")
REFUSAL = "This log can only be added to."

SQLITE = [
    """
    CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
    BEGIN SELECT RAISE(ABORT, '{refusal}'); END
    """,
    """
    CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
    BEGIN SELECT RAISE(ABORT, '{refusal}'); END
    """,
    # INSERT OR REPLACE deletes the older row without asking the trigger above.
    """
    CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
    WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, '{refusal}'); END
    """,
]
SQLITE_BACK = [
    "DROP TRIGGER {table}_no_update",
    "DROP TRIGGER {table}_no_delete",
    "DROP TRIGGER {table}_no_replace",
]

# restrict_violation is an IntegrityError to Django, as on SQLite.
POSTGRESQL_ONCE = """
    CREATE FUNCTION community_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{refusal}' USING ERRCODE = 'restrict_violation'; END
    $$
"""
POSTGRESQL = [
    """
    CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION community_refuse_change()
    """,
    """
    CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION community_refuse_change()
    """,
]
POSTGRESQL_BACK = [
    "DROP TRIGGER {table}_no_change ON {table}",
    "DROP TRIGGER {table}_no_truncate ON {table}",
]
POSTGRESQL_BACK_ONCE = "DROP FUNCTION community_refuse_change()"


def lock(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_ONCE.format(refusal=REFUSAL))
        run(schema_editor, POSTGRESQL)
    else:
        run(schema_editor, SQLITE)


def unlock(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        run(schema_editor, POSTGRESQL_BACK)
        schema_editor.execute(POSTGRESQL_BACK_ONCE)
    else:
        run(schema_editor, SQLITE_BACK)


def run(schema_editor, statements):
    for table in LOGS:
        for statement in statements:
            schema_editor.execute(statement.format(table=table, refusal=REFUSAL))


class Migration(migrations.Migration):
    dependencies = [("community", "0001_initial")]

    operations = [migrations.RunPython(lock, unlock)]
