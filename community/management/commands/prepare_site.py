"""manage.py prepare_site"""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from community.desk.sample import is_empty, load, sign_in_lines
from community.search.rebuilding import keep_index

DIGEST_FILE = "static.digest"


class Command(BaseCommand):
    help = (
        "Makes the site ready to serve: brings the database up to date, builds the index of "
        "search where it has to be, collects the static files when they changed, and, on this "
        "machine only, loads the sample community into an empty database. Doing it again is quick "
        "and changes nothing."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--no-sample", action="store_true", help="Leave a new database empty.")

    def handle(self, *, no_sample: bool, **options: Any) -> None:
        if is_behind():
            self.stdout.write("Bringing the database up to date …")
            call_command("migrate", verbosity=0, interactive=False)
        if entries := keep_index():
            self.stdout.write(f"Indexed {entries:,} articles and comments for search.")
        self.collect_static()
        # Sample staff have no business on a site that others can reach.
        if settings.IS_LOCAL and not no_sample and is_empty():
            self.stdout.write("Loading the sample community …")
            load()
        for line in sign_in_lines():
            self.stdout.write(line)
        if settings.EMAIL_BACKEND == "config.mail.FolderBackend":
            self.stdout.write(f"No mail server is set (EMAIL_URL): mail goes to {mail_folder()}/.")

    def collect_static(self) -> None:
        """Collect when any file is new, changed or gone."""
        mark = settings.DATA_DIR / DIGEST_FILE
        digest = static_digest()
        if mark.exists() and mark.read_text() == digest and Path(settings.STATIC_ROOT).is_dir():
            return
        self.stdout.write("Collecting static files …")
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        mark.write_text(digest)


def mail_folder() -> str:
    """Where mail is written, as short as it can be said."""
    folder: Path = settings.DATA_DIR / "mail"
    return str(folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder)


def is_behind() -> bool:
    """Whether any migration is still to be applied."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def static_digest() -> str:
    """A digest of the names, sizes and times of all static files."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            stat = Path(storage.path(name)).stat()
            digest.update(f"{name}:{stat.st_size}:{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
