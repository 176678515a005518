"""Carries erasures out. Every step may be done again: a fall in the middle is gone on from.

First what others have of the person's words, while these still tell what to look for; then the words or the
name on them; last the account itself. In pieces, so that nobody else waits long.
"""

import logging
from collections.abc import Callable
from datetime import timedelta

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.ask.actions import erase_questions_with
from articles.newsletter import actions as newsletter
from articles.search.words import read_counts, store_counts
from common.text import fold
from community.member_pages.actions import forget_page
from community.members.agreements.models import Agreement
from community.members.models import Member, PseudonymChange
from community.members.muting.mutes import Mute
from community.members.naming.names import name_key
from community.members.sessions.actions import end_sessions
from community.members.sessions.scrubbing import forget_in_sessions
from community.mentors.actions import forget_mentoring
from community.moderation.learning.actions import learn_anew
from community.moderation.models import Appeal, Flag, Note, Notice
from community.notifications.erasure import forget_what_was_erased
from community.notifications.follows.actions import forget_address, forget_member_mail
from community.notifications.handing import Answer, hand_over
from community.outbox.pauses import may_be_tried, postpone
from community.own_data.deciding import every_name, kinds_of
from community.own_data.downloading import forget_downloads_of, make_downloads_anew
from community.own_data.letters import receipt_letter
from community.own_data.models import Erasure
from community.own_data.names import Kind, Names
from community.own_data.signing import take_claimed_names_back
from community.own_data.storage import scrub_files, scrub_storage
from community.own_data.taking_back import take_back, texts_of, words_and_names
from community.support.actions import forget_support_of
from community.threads.actions import erase_comment
from community.threads.editing.detaching import detach
from community.threads.holding.models import HeldPost
from community.threads.models import Comment, Thread
from community.threads.reading.visits import ThreadVisit
from community.threads.renaming.actions import pieces_naming, pieces_noted_by, renew

logger = logging.getLogger(__name__)

ERASED_EMAIL = "erased-{pk}@erased.invalid"
ERASED_NAME = "Former member {pk}"
BATCH = 500  # comments looked through at a time
# So long an erasure waits for its last letter when that cannot be sent; then it is carried out without.
RECEIPT_TRIED = timedelta(hours=1)


def carry_out_erasures() -> int:
    """Carry out the erasures whose day is over; returns how many are done. One that fails holds up no other."""
    now = timezone.now()
    due = Erasure.objects.filter(state=Erasure.State.WAITING, due_at__lte=now)
    # What waits for its last letter is not gone through again before that may be tried; one that still waits
    # for the letter before waits for nothing.
    ready = may_be_tried() | Q(letter_due=True) | Q(due_at__lte=now - RECEIPT_TRIED)
    return sum(attempt(erasure) for erasure in due.filter(ready).select_related("member"))


def attempt(erasure: Erasure) -> int:
    """Carry one out; where that fails it is tried again with the next round."""
    try:
        return carry_out(erasure)
    except Exception:
        logger.exception("Erasure %s could not be carried out; it is tried again.", erasure.pk)
        return 0


def carry_out(erasure: Erasure) -> int:
    """One erasure; returns 1 when it is done.

    It counts as done when nothing is left to do: a fall before that is gone on from. What needs the names and
    the address comes before they go.
    """
    member = erasure.member
    if member is None:
        return 0
    if not is_empty(member):
        if not erase_traces(erasure, member):
            return 0
        with transaction.atomic():
            empty_account(member)
            # Of those that were called off when they had begun, too.
            Erasure.objects.filter(member=member).update(names={})
    leave_no_copies()
    done = Erasure.objects.filter(pk=erasure.pk)
    done.update(member=None, state=Erasure.State.DONE, done_at=timezone.now(), asked_from="")
    logger.info("Erasure %s is carried out.", erasure.pk)
    return 1


def leave_no_copies() -> None:
    """Make anew, or erase, what was made of the words while they were there."""
    forget_what_was_erased()
    learn_anew()
    make_downloads_anew()
    cache.clear()
    store_counts(read_counts())
    scrub_storage()


def is_empty(member: Member) -> bool:
    """Whether nothing in the account says any more whose it was."""
    return member.email == ERASED_EMAIL.format(pk=member.pk)


def erase_traces(erasure: Erasure, member: Member) -> bool:
    """Everything outside the account itself; returns whether the last letter, at the end, keeps nothing waiting."""
    names, address, how = names_of(erasure, member), member.email, erasure.how
    spelled = [name.text for name in names.all]
    went = dict(erasure.went)
    steps: list[tuple[str, Callable[[], int]]] = [
        ("quotations", lambda: take_back_quotes(member, names, how)),
        ("lines of the page", lambda: forget_page(member=member)),
        ("comments", lambda: erase_or_disown(member, how)),
        ("marks of support", lambda: forget_support_of(member=member)),
        (
            "questions",
            lambda: erase_questions_with(words=[*spelled, address], holding=names.are_in),
        ),
        ("words to moderators", lambda: forget_words_to_moderators(member)),
    ]
    if besides := sum(name.kind != Kind.ONLY for name in names.all):
        went["names that are words or names of others, too"] = besides
    for name, step in steps:
        went[name] = went.get(name, 0) + step()
        Erasure.objects.filter(pk=erasure.pk).update(went=went)
    forget_downloads_of(member=member)
    newsletter.forget_address(address=address)
    forget_address(address=address)
    if not is_receipt_settled(erasure, address, went):
        return False
    forget_in_sessions(names=spelled, address=address)
    scrub_files([address], names)
    return True


def is_receipt_settled(erasure: Erasure, address: str, went: dict[str, int]) -> bool:
    """Send the last letter; returns whether the erasure goes on.

    A mailbox that takes no mail keeps nobody's account, and a mail server that is away does so for an hour.
    """
    assert erasure.due_at is not None
    answer = hand_over(receipt_letter(erasure, address, went))
    if answer != Answer.LATER or timezone.now() > erasure.due_at + RECEIPT_TRIED:
        return True
    wait_for_receipt(erasure)
    return False


def wait_for_receipt(erasure: Erasure) -> None:
    """The letter that said how to call it off comes too late now; its pauses are not those of the last one."""
    if erasure.letter_due:
        Erasure.objects.filter(pk=erasure.pk).update(letter_due=False)
        erasure.attempts = 0
    postpone(erasure)


def names_of(erasure: Erasure, member: Member) -> Names:
    """The names somebody has and had, and what each is besides: decided once, before anything is taken away."""
    decided = set(map(fold, erasure.names))
    new = [name for name in every_name(member) if fold(name) not in decided]
    if new:
        erasure.names |= kinds_of(new, Q(author=member))
        Erasure.objects.filter(pk=erasure.pk).update(names=erasure.names)
    return Names.of(erasure.names)


def take_back_quotes(member: Member, names: Names, how: str) -> int:
    """Take somebody's name, and their words if they wish, out of what others wrote; how many changed.

    Comments that stay without the name lose it in their own words, too.
    """
    own = Comment.objects.filter(author=member)
    erases = how == Erasure.How.WORDS
    texts = texts_of(own) if erases else ()
    wanted = words_and_names(texts=texts, names=names, own=own, keeps_own=erases)
    return take_back(wanted) + take_claimed_names_back(own, keeps_own=erases)


def erase_or_disown(member: Member, how: str) -> int:
    """Erase the words, or take the name off them; returns how many comments."""
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
    """Erase what they wrote in flags, notices and appeals, and notes about them; returns how many."""
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
    HeldPost.objects.filter(member=member).delete()
    Agreement.objects.filter(member=member).delete()
    forget_mentoring(member=member)
    kind = ContentType.objects.get_for_model(Member)
    LogEntry.objects.filter(content_type=kind, object_id=str(member.pk)).update(
        object_repr=member.pseudonym
    )
    end_sessions(member=member)
    for pieces in renewed:
        renew(pieces)
