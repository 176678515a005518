"""Making the file that somebody takes away: asked for, made by the worker, gone after some days."""

import json
import secrets
import zipfile
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from articles.keeping.limits import kept_for
from community.members.models import Member
from community.notifications.handing import Answer, hand_over
from community.notifications.messages import build
from community.outbox.pauses import may_be_tried, postpone
from community.own_data.gathering import gather
from community.own_data.models import Download

# So long a file waits for its letter when the mail server is away.
LETTER_TRIED = timedelta(minutes=10)


def ask_for_download(*, member: Member) -> Download:
    """Have the file made; one that is being made, or is there, is not made again."""
    now = timezone.now()
    known = Download.objects.filter(member=member, ready_at=None).first()
    known = known or Download.objects.filter(member=member, expires_at__gt=now).first()
    return known or Download.objects.create(member=member, name=f"{secrets.token_hex(20)}.zip")


def prepare_downloads() -> int:
    """Make the files that were asked for; returns how many. After a fall one is made again.

    A file waits a while for its letter, and then goes without: it stands on the page in any case.
    """
    made = 0
    due = may_be_tried() | Q(asked_at__lte=timezone.now() - LETTER_TRIED)
    for download in Download.objects.filter(due, ready_at=None).select_related("member"):
        if not download.file.exists():
            write_file(download)
        now = timezone.now()
        answer = hand_over(ready_letter(download))
        if answer == Answer.LATER and now - download.asked_at < LETTER_TRIED:
            postpone(download)
            continue
        Download.objects.filter(pk=download.pk).update(
            ready_at=now, expires_at=now + kept_for("downloads")
        )
        made += 1
    return made


def write_file(download: Download) -> None:
    """Write it under another name first, so that half a file is never the file."""
    data = gather(download.member)
    file = download.file
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = file.with_suffix(".half")
    with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("data.json", json.dumps(data, ensure_ascii=False, indent=2))
        context = {"data": data, "site_name": settings.SITE_NAME, "made_at": timezone.now()}
        packed.writestr("read-me.html", render_to_string("community/own_data/file.html", context))
    half.chmod(0o600)
    half.replace(file)


def make_downloads_anew() -> int:
    """Write the files that lie ready once more, without what somebody erased meanwhile; returns how many."""
    ready = Download.objects.filter(ready_at__isnull=False).select_related("member")
    there = [download for download in ready if download.file.exists()]
    for download in there:
        write_file(download)
    return len(there)


def ready_letter(download: Download) -> EmailMultiAlternatives:
    """Says that the file is there. It is fetched by signing in, not by the letter."""
    context: dict[str, object] = {
        "link": settings.SITE_URL + reverse("own_data"),
        "days": kept_for("downloads").days,
    }
    name = f"download-{download.pk}"
    return build("download_ready", "Your data is ready", download.member.email, context, name)


def forget_downloads(*, now: datetime) -> int:
    """Delete files whose time is over; returns how many."""
    over = Download.objects.filter(expires_at__lte=now)
    return delete_files(list(over))


def forget_downloads_of(*, member: Member) -> int:
    """Delete every file of somebody."""
    return delete_files(list(Download.objects.filter(member=member)))


def delete_files(downloads: list[Download]) -> int:
    for download in downloads:
        download.file.unlink(missing_ok=True)
        download.file.with_suffix(".half").unlink(missing_ok=True)
        download.delete()
    return len(downloads)
