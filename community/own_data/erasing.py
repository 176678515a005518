"""Carries erasures out. Every step may be done again: a fall in the middle is gone on from.

First what others have of the person's words, while these still tell what to look for; then the words or the
name on them; last the account itself. In pieces, so that nobody else waits long.
"""

import logging
from collections.abc import Callable, Iterator
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from articles.ask.actions import erase_questions_with
from articles.newsletter import actions as newsletter
from articles.search.words import read_counts, store_counts
from common.html import comment_html
from community.member_pages.actions import forget_page
from community.members.models import Member, PseudonymChange
from community.members.mutes import Mute
from community.members.names import name_key
from community.members.sessions.actions import end_sessions
from community.moderation.models import Appeal, Flag, Note, Notice
from community.notifications.erasure import forget_what_was_erased
from community.notifications.follows.actions import forget_address, forget_member_mail
from community.own_data.downloading import forget_downloads_of
from community.own_data.letters import receipt_letter
from community.own_data.models import Erasure
from community.own_data.quotes import Source, without_name, without_quotes
from community.own_data.storage import scrub_files, scrub_storage
from community.support.actions import forget_support_of
from community.threads.actions import erase_comment, write
from community.threads.detaching import detach
from community.threads.indexing import index_comment
from community.threads.models import Comment, Thread, joined_words
from community.threads.placing import touch_thread
from community.threads.renaming import pieces_naming, pieces_noted_by, renew
from community.threads.rendering import render_piece
from community.threads.versions import CommentVersion
from community.threads.visits import ThreadVisit

logger = logging.getLogger(__name__)

ERASED_EMAIL = "erased-{pk}@erased.invalid"
ERASED_NAME = "Former member {pk}"
# Where words of comments, and about people, are kept besides the comments.
COPIES: tuple[tuple[Any, str], ...] = (
    (Flag, "snapshot"),
    (Flag, "words"),
    (Notice, "snapshot"),
    (Notice, "explanation"),
    (Appeal, "words"),
    (Note, "words"),
)
BATCH = 500  # comments looked through at a time


def carry_out_erasures() -> int:
    """Carry out the erasures whose day is over; returns how many are done."""
    due = Erasure.objects.filter(state=Erasure.State.WAITING, due_at__lte=timezone.now())
    return sum(carry_out(erasure) for erasure in due.select_related("member"))


def carry_out(erasure: Erasure) -> int:
    """One erasure; returns 1 when it is done.

    It counts as done when nothing is left to do: a fall before that is gone on from. What needs the names and
    the address comes before they go.
    """
    member = erasure.member
    if member is None:
        return 0
    if not is_empty(member):
        erase_traces(erasure, member)
        with transaction.atomic():
            empty_account(member)
    forget_what_was_erased()
    cache.clear()
    store_counts(read_counts())
    scrub_storage()
    done = Erasure.objects.filter(pk=erasure.pk)
    done.update(member=None, state=Erasure.State.DONE, done_at=timezone.now(), asked_from="")
    logger.info("Erasure %s is carried out.", erasure.pk)
    return 1


def is_empty(member: Member) -> bool:
    """Whether nothing in the account says any more whose it was."""
    return member.email == ERASED_EMAIL.format(pk=member.pk)


def erase_traces(erasure: Erasure, member: Member) -> None:
    """Everything outside the account itself; the last letter goes out at the end."""
    names, address, how = [member.pseudonym, *former_names(member)], member.email, erasure.how
    went = dict(erasure.went)
    steps: list[tuple[str, Callable[[], int]]] = [
        ("quotations", lambda: take_back_quotes(member, names, how)),
        ("lines of the page", lambda: forget_page(member=member)),
        ("comments", lambda: let_go_of_comments(member, how)),
        ("marks of support", lambda: forget_support_of(member=member)),
        ("questions", lambda: erase_questions_with(words=[*names, address])),
        ("words to moderators", lambda: forget_words_to_moderators(member)),
    ]
    for name, step in steps:
        went[name] = went.get(name, 0) + step()
        Erasure.objects.filter(pk=erasure.pk).update(went=went)
    forget_downloads_of(member=member)
    newsletter.forget_address(address=address)
    forget_address(address=address)
    receipt_letter(erasure, address, went).send()
    scrub_files([*names, address])


def former_names(member: Member) -> list[str]:
    """The names somebody had before."""
    changes = PseudonymChange.objects.filter(member=member)
    return [name for pair in changes.values_list("old", "new") for name in pair]


def take_back_quotes(member: Member, names: list[str], how: str) -> int:
    """Take somebody's name, and their words if they wish, out of what others wrote; how many changed."""
    source = Source(texts_of(member) if how == Erasure.How.WORDS else ())
    changed = sum(clean_comment(key, source, names) for key in others_with(member, source, names))
    return changed + clean_what_moderators_have(source, names)


def texts_of(member: Member) -> Iterator[str]:
    """Everything somebody wrote in threads, also before they edited it."""
    own = Comment.objects.filter(author=member)
    versions = CommentVersion.objects.filter(comment__author=member)
    for rows in (own, versions):
        for title, body in rows.values_list("title", "body").iterator(chunk_size=BATCH):
            yield joined_words(title, body)


def others_with(member: Member, source: Source, names: list[str]) -> Iterator[int]:
    """Keys of the comments of others, anywhere, that hold words or names, now or in an earlier version."""
    found: set[int] = set()
    others = Comment.objects.exclude(author=member).filter(erased_at=None).exclude(body="")
    versions = CommentVersion.objects.exclude(comment__author=member)
    for rows in (others.values_list("pk", "body"), versions.values_list("comment", "body")):
        for key, body in rows.iterator(chunk_size=BATCH):
            if key not in found and cleaned(body, source, names) != body:
                found.add(key)
    yield from sorted(found)


def clean_comment(key: int, source: Source, names: list[str]) -> int:
    """Take words and names out of one comment and its earlier versions; returns 1 if it changed."""
    versions = CommentVersion.objects.filter(comment=key)
    stale = [row for row in versions if cleaned(row.body, source, names) != row.body]
    with transaction.atomic():
        comment = Comment.objects.select_related("thread", "parent", "author").lock(pk=key)
        body = cleaned(comment.body, source, names)
        write(comment, body=body, body_html=comment_html(body))
        if comment.is_visible:
            write(comment, piece=render_piece(comment))
        index_comment(comment)
        touch_thread(comment.thread)
        for row in stale:
            row.body = cleaned(row.body, source, names)
            row.body_html = comment_html(row.body)
        CommentVersion.objects.bulk_update(stale, ["body", "body_html"])
    return 1


def clean_what_moderators_have(source: Source, names: list[str]) -> int:
    """The same in what was kept of comments with flags and notices, and in what people wrote there."""
    changed = 0
    for model, field in COPIES:
        rows = model.objects.exclude(**{field: ""}).values_list("pk", field)
        for key, text in rows.iterator(chunk_size=BATCH):
            if (left := cleaned(text, source, names)) != text:
                changed += model.objects.filter(pk=key).update(**{field: left})
    return changed


def cleaned(text: str, source: Source, names: list[str]) -> str:
    return without_name(without_quotes(text, source), names)


def let_go_of_comments(member: Member, how: str) -> int:
    """Destroy the words, or take the name off them; returns how many comments."""
    own = Comment.objects.filter(author=member)
    if how == Erasure.How.WORDS:
        own = own.filter(erased_at=None)
    keys = list(own.order_by("pk").values_list("pk", flat=True))
    for key in keys:
        comment = Comment.objects.select_related("thread", "parent", "author").get(pk=key)
        if how == Erasure.How.WORDS:
            erase_comment(comment=comment, author=member)
        else:
            detach(comment)
    return len(keys)


def forget_words_to_moderators(member: Member) -> int:
    """Destroy what they wrote in flags, notices and appeals, and notes about them; returns how many."""
    with transaction.atomic():
        gone = Flag.objects.filter(flagger=member).exclude(words="").update(words="")
        gone += Appeal.objects.filter(appellant=member).exclude(words="").update(words="")
        sent = Notice.objects.filter(notifier=member)
        gone += sent.update(name="", email="", explanation="", law="")
        return gone + Note.objects.filter(member=member).delete()[0]


def empty_account(member: Member) -> None:
    """Take everything out of the account that says whose it was; nobody can sign in to it again."""
    renewed = [pieces_naming(member), pieces_noted_by(member)]
    member.email = ERASED_EMAIL.format(pk=member.pk)
    member.pseudonym = ERASED_NAME.format(pk=member.pk)
    member.pseudonym_key = name_key(member.pseudonym)
    member.is_active = False
    member.save(update_fields=["email", "pseudonym", "pseudonym_key", "is_active"])
    PseudonymChange.objects.filter(member=member).delete()
    EmailAddress.objects.filter(user=member).delete()
    Authenticator.objects.filter(user=member).delete()
    forget_member_mail(member=member)
    Mute.objects.filter(muter=member).delete()
    Mute.objects.filter(muted=member).delete()
    ThreadVisit.objects.filter(member=member).delete()
    Thread.objects.filter(started_by=member).update(started_by=None)
    kind = ContentType.objects.get_for_model(Member)
    LogEntry.objects.filter(content_type=kind, object_id=str(member.pk)).update(
        object_repr=member.pseudonym
    )
    end_sessions(member=member)
    for pieces in renewed:
        renew(pieces)
