"""What holds for every test; each of these modules says it of one matter."""

from hypothesis import settings

pytest_plugins = (
    "tests.people",
    "tests.database_files",
    "tests.emptying",
    "tests.hostile",
    "tests.indexed",
    "tests.judging",
    "tests.migrated_once",
    "tests.skips",
    "tests.static_files",
    "tests.words_alone",
)

# Generated examples are not timed: a machine under load is no error.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
