"""manage.py export_articles"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from community.desk.exporting import export_articles


class Command(BaseCommand):
    help = (
        "Writes articles with their discussions into a JSON file that import_articles reads again, "
        "here or on another site, without loss and without doubles. Published articles only, unless "
        "--all is given. Words that were removed or taken back are not in it, nor anybody's e-mail "
        "address. A file that is there already is left alone."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="Where to write it.")
        parser.add_argument(
            "--all", action="store_true", help="Drafts and withdrawn articles as well."
        )

    def handle(self, *, file: Path, **given: Any) -> None:
        try:
            with file.open("x", encoding="ascii") as target:
                for piece in export_articles(exported_at=timezone.now(), drafts=given["all"]):
                    target.write(piece)
        except FileExistsError as error:
            raise CommandError(f"{file} is there already; give another name.") from error
        except OSError as error:
            raise CommandError(f"{file} cannot be written ({error.strerror}).") from error
        self.stdout.write(f"Written to {file}, {file.stat().st_size:,} bytes.")
