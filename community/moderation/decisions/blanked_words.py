"""Keeping what was blanked for a while, giving it back, and erasing it in the end."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from articles.keeping.limits import kept_for
from common.html import comment_html
from community.moderation.appeals.models import Appeal
from community.moderation.decisions.blanking import Blanked, blank
from community.moderation.decisions.models import Decision
from community.moderation.flags.models import Flag
from community.moderation.notices.models import Notice
from community.threads.actions import keep_version, locked, write
from community.threads.editing.versions import CommentVersion
from community.threads.models import CONVERSATION_TITLE_MAX, Comment
from community.threads.placing import refresh
from community.threads.second_thoughts.appearing import show_in_time


def replace_words(comment: Comment, blanked: Blanked, wordings: Iterable[str]) -> None:
    """Put the new words in the place of the old ones, which are kept for a while.

    Earlier versions that hold any of the words are erased with them.
    """
    keep_version(comment)
    chosen = list(wordings)
    holding = [kept.pk for kept in comment.versions.all() if blank(kept.words, chosen).spans]
    held = comment.versions.filter(pk__in=holding, purge_at=None)
    held.update(purge_at=timezone.now() + kept_for("blanked_words"))
    title, text = parted(comment, blanked.text)
    html = comment_html(parted(comment, blanked.source)[1])
    new = {"title": title[:CONVERSATION_TITLE_MAX], "body": text, "body_html": html}
    write(comment, version=comment.version + 1, **new)


def parted(comment: Comment, words: str) -> tuple[str, str]:
    """Title and text of an opening out of its words; any other comment has no title."""
    if not comment.title:
        return "", words
    title, _, text = words.partition("\n\n")
    return title, text


def show_changed(comment: Comment) -> None:
    """Let readers see the words as they are now."""
    if comment.is_visible:
        refresh(comment)
    else:
        show_in_time(comment)


def bring_back(comment: Comment, decision: Decision) -> bool:
    """Put back what a decision blanked; False where the words are not kept any more, or were
    changed since. Call inside a transaction, and show the comment afterwards.
    """
    kept = comment.versions.filter(version=decision.version).first()
    if kept is None or comment.version != decision.version + 1:
        return False
    keep_version(comment)
    new = {"title": kept.title, "body": kept.body, "body_html": kept.body_html}
    write(comment, version=comment.version + 1, **new)
    comment.versions.filter(purge_at=kept.purge_at).update(purge_at=None)
    return True


def forget_blanked_words(*, now: datetime) -> int:
    """Erase what was blanked and is not needed any more; returns how many versions."""
    comments = Comment.objects.filter(versions__in=due(now)).distinct()
    return sum(forget_words_of(comment, now) for comment in comments)


def forget_words_of(comment: Comment, now: datetime) -> int:
    """The same for one comment, also where flags, notices and reasons had kept a copy."""
    with transaction.atomic():
        comment = locked(comment)
        over = dict(due(now).filter(comment=comment).values_list("pk", "version"))
        for copies in (Flag, Notice):
            kept = copies.objects.filter(comment=comment, version__in=over.values())
            kept.update(snapshot="")
        CommentVersion.objects.filter(pk__in=over).delete()
        write(comment, reasons=without_words(comment))
    return len(over)


def due(now: datetime) -> QuerySet[CommentVersion]:
    """Versions whose time is over. While an appeal or a notice about them waits, they do, too."""
    appealed = Appeal.objects.filter(
        decision__comment=OuterRef("comment"),
        decision__kind=Decision.Kind.REDACT,
        state=Appeal.State.OPEN,
    )
    noticed = Notice.objects.filter(comment=OuterRef("comment"), state=Notice.State.OPEN)
    over = CommentVersion.objects.filter(purge_at__lte=now)
    return over.exclude(Exists(appealed)).exclude(Exists(noticed))


def without_words(comment: Comment) -> list[dict[str, Any]]:
    """The reasons of a comment without words that stand in it no longer."""
    return [
        {
            **reason,
            "words": [word for word in reason["words"] if word in comment.words],
            "spans": [],
        }
        for reason in comment.reasons
    ]
