"""The index, and the database's own full-text index of its words.

SQLite: an FTS5 table over the rows, kept by three triggers. PostgreSQL: a generated column with a
GIN index. Whoever alters the table later must make the triggers again: SQLite alters a table by
making a new one, and the triggers go with the old one. The tests of the index notice.

Content that is there already is indexed afterwards, by `prepare_site` or by the worker.
"""

from django.db import migrations, models

SQLITE = [
    # Tokens come ready-made, so the plainest tokeniser will do, and no lengths need be kept.
    """
    CREATE VIRTUAL TABLE articles_search_text USING fts5(
        tokens, content='articles_searchentry', content_rowid='id', columnsize=0, tokenize='ascii'
    )
    """,
    # The words themselves with how many entries hold each; it takes no room.
    "CREATE VIRTUAL TABLE articles_search_vocabulary USING fts5vocab(articles_search_text, row)",
    """
    CREATE TRIGGER articles_searchentry_add AFTER INSERT ON articles_searchentry
    BEGIN
        INSERT INTO articles_search_text (rowid, tokens) VALUES (new.id, new.tokens);
    END
    """,
    """
    CREATE TRIGGER articles_searchentry_remove AFTER DELETE ON articles_searchentry
    BEGIN
        INSERT INTO articles_search_text (articles_search_text, rowid, tokens)
        VALUES ('delete', old.id, old.tokens);
    END
    """,
    """
    CREATE TRIGGER articles_searchentry_change AFTER UPDATE OF id, tokens ON articles_searchentry
    BEGIN
        INSERT INTO articles_search_text (articles_search_text, rowid, tokens)
        VALUES ('delete', old.id, old.tokens);
        INSERT INTO articles_search_text (rowid, tokens) VALUES (new.id, new.tokens);
    END
    """,
]
SQLITE_BACK = [
    "DROP TRIGGER articles_searchentry_add",
    "DROP TRIGGER articles_searchentry_remove",
    "DROP TRIGGER articles_searchentry_change",
    "DROP TABLE articles_search_vocabulary",
    "DROP TABLE articles_search_text",
]

POSTGRESQL = [
    """
    ALTER TABLE articles_searchentry
    ADD COLUMN vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', tokens)) STORED
    """,
    "CREATE INDEX articles_search_vector ON articles_searchentry USING gin (vector)",
]
POSTGRESQL_BACK = ["ALTER TABLE articles_searchentry DROP COLUMN vector"]


def make(apps, schema_editor):
    run(schema_editor, POSTGRESQL if is_postgresql(schema_editor) else SQLITE)


def unmake(apps, schema_editor):
    run(schema_editor, POSTGRESQL_BACK if is_postgresql(schema_editor) else SQLITE_BACK)


def is_postgresql(schema_editor):
    return schema_editor.connection.vendor == "postgresql"


def run(schema_editor, statements):
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_comparing_articles")]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("kind", models.PositiveSmallIntegerField()),
                ("key", models.BigIntegerField()),
                ("article_key", models.BigIntegerField()),
                ("tokens", models.TextField()),
            ],
            options={
                "verbose_name_plural": "search entries",
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "key"), name="search_entry_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                ("stem", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("entries", models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="SearchState",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rules", models.PositiveIntegerField()),
                ("built_at", models.DateTimeField()),
                ("counted_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.RunPython(make, unmake),
    ]
