"""Changing the help lines of a country. What was changed stands in the admin's log."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from community.help_lines.models import HelpCountry, HelpLineEntry
from community.help_lines.reading import forget_kept
from community.members.models import Member


class NotAllowed(Exception):
    """The person may not do this; the text says why."""


def change_country(
    *,
    code: str,
    editor: Member,
    name: str,
    emergency: str,
    lines: Iterable[dict[str, Any]],
    checked_at: date | None = None,
) -> HelpCountry:
    """Store a country with its lines, in the order given; from now on staff keep it.

    Raises `NotAllowed`.
    """
    check_is_staff(editor)
    with transaction.atomic():
        country, _ = HelpCountry.objects.update_or_create(
            code=code.upper(),
            defaults={"name": name, "emergency": emergency, "checked_at": checked_at},
        )
        country.entries.all().delete()
        rows = [HelpLineEntry(country=country, position=n, **line) for n, line in enumerate(lines)]
        HelpLineEntry.objects.bulk_create(rows)
        log_change(country, editor, f"Help lines: {len(rows)} stored")
    forget_kept()
    return country


def reset_country(*, code: str, editor: Member) -> None:
    """Forget what staff kept about a country; the first content holds again, where there is any."""
    check_is_staff(editor)
    with transaction.atomic():
        for country in HelpCountry.objects.filter(code=code.upper()):
            log_change(country, editor, "Help lines: back to the first content")
            country.delete()
    forget_kept()


def check_is_staff(editor: Member) -> None:
    """Only staff: a wrong number here is dialled by somebody in danger."""
    if not editor.is_staff:
        raise NotAllowed("Only staff change help lines.")


def log_change(country: HelpCountry, editor: Member, message: str) -> None:
    """Write the row that Django's admin shows as the history."""
    LogEntry.objects.create(
        user=editor,
        content_type=ContentType.objects.get_for_model(HelpCountry),
        object_id=str(country.pk),
        object_repr=country.name,
        action_flag=CHANGE,
        change_message=message,
    )
