"""Proving an address, and what its owner may do with comments that were brought in under it.

Always in this order: permission, transaction, change, log row, outbox row.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.keeping.limits import kept_for
from common.proofs import new_salt
from community.members.models import Member
from community.notifications.handing import Answer, hand_over
from community.old_words.letters import proof_letter
from community.old_words.models import AddressProof, OldErasure
from community.old_words.reading import comments_from, comments_with
from community.outbox.pauses import NO_PAUSE, may_be_tried, postpone
from community.own_data.actions import CHANGE_OF_MIND
from community.own_data.erasing import leave_no_copies
from community.own_data.names import Names
from community.own_data.signing import renew_answers, take_names_back
from community.own_data.taking_back import take_back, texts_of, words_and_names
from community.threads.actions import erase_for_good, locked, write
from community.threads.models import Comment
from community.threads.origins import origin_hash
from community.threads.placing import hide, show
from community.threads.posting.restraints import NotAllowed

# Between two letters that a stranger may cause to go to one address.
LETTER_EVERY = timedelta(minutes=10)

BATCH = 500  # comments whose words are erased in one go
State = Comment.State

NOT_YOURS = "These comments came in under another address."


def ask_for_proof(*, address: str) -> None:
    """Send a link to an address under which comments were brought in; the page says the same in any case."""
    address = address.strip().lower()
    if not comments_from(address).exists():
        return
    now = timezone.now()
    with transaction.atomic():
        proof, is_new = AddressProof.objects.select_for_update().get_or_create(
            email=address,
            defaults={
                "origin_hash": origin_hash(address),
                "salt": new_salt(),
                "asked_at": now,
            },
        )
        if is_new or now - proof.asked_at < LETTER_EVERY:
            return
        again = {"asked_at": now, "letter_due": True, "letters": proof.letters + 1}
        AddressProof.objects.filter(pk=proof.pk).update(**again)


def send_proofs() -> int:
    """Send the letters that are due; sent again after a fall they have the same name. How many.

    One that cannot be sent now waits, longer each time, and one that is refused for good is let go; neither holds
    up another.
    """
    sent = 0
    for proof in AddressProof.objects.filter(may_be_tried(), letter_due=True):
        answer = hand_over(proof_letter(proof))
        if answer == Answer.LATER:
            postpone(proof)
            continue
        AddressProof.objects.filter(pk=proof.pk).update(letter_due=False, **NO_PAUSE)
        sent += answer == Answer.TAKEN
    return sent


def forget_proofs(*, before: datetime) -> int:
    """Delete the addresses that were given before a moment: their links are no longer good; how many."""
    return AddressProof.objects.filter(asked_at__lt=before).delete()[0]


def is_good(proof: AddressProof) -> bool:
    """Whether the link still opens anything."""
    return timezone.now() - proof.asked_at < kept_for("address_proofs")


def claim_comments(*, comments: Iterable[Comment], member: Member, mark: str) -> int:
    """Give comments to the member who proved their address; returns how many are theirs by it.

    Readers see no difference: the name above them stays as it stood where they were written. Whoever has
    them may change them, take them back and erase them, and hears of answers. Raises `NotAllowed`.
    """
    keys = own_keys(comments, mark)
    free = Comment.objects.filter(pk__in=keys, author=None, erased_at=None)
    with transaction.atomic():
        return free.update(author=member)


def erase_old_comments(*, comments: Iterable[Comment], mark: str) -> int:
    """Take comments from readers at once, and have their words erased a day later; how many.

    By who proved the address; of what a member claimed, the same. Raises `NotAllowed`.
    """
    keys = own_keys(comments, mark)
    for key in keys:
        with transaction.atomic():
            comment = locked(Comment.objects.get(pk=key))
            OldErasure.objects.get_or_create(
                comment=comment,
                defaults={"asked_at": timezone.now(), "was_visible": comment.is_visible},
            )
            if comment.state not in (State.WITHDRAWN, State.REMOVED):
                write(comment, waiting_since=None)
                hide(comment, State.WITHDRAWN)
    return len(keys)


def keep_old_comments(*, mark: str) -> int:
    """Bring back what was to be erased, while there is time; returns how many comments."""
    waiting = OldErasure.objects.filter(comment__origin_hash=mark).exclude(comment__origin_hash="")
    rows = list(waiting.values_list("comment", "was_visible"))
    for key, was_visible in rows:
        with transaction.atomic():
            comment = locked(Comment.objects.get(pk=key))
            OldErasure.objects.filter(comment=comment).delete()
            if was_visible and comment.state == State.WITHDRAWN:
                show(comment)
    return len(rows)


def carry_out_old_erasures() -> int:
    """Erase words and names, also where others quoted them, and the name in the answers below; how many comments.

    Done again after a fall it changes nothing more: quotations go first, the words themselves last.
    """
    due = OldErasure.objects.filter(asked_at__lte=timezone.now() - CHANGE_OF_MIND)
    keys = list(due.order_by("pk").values_list("comment", flat=True)[:BATCH])
    if not keys:
        return 0
    own = Comment.objects.filter(pk__in=keys)
    take_back(words_and_names(texts=list(texts_of(own)), names=Names(), own=own))
    take_names_back(Q(pk__in=keys))
    for key in keys:
        with transaction.atomic():
            comment = erase_for_good(locked(Comment.objects.get(pk=key)))
            write(comment, origin_hash="", author=None)
            renew_answers([key])
            OldErasure.objects.filter(comment=key).delete()
    leave_no_copies()
    return len(keys)


def own_keys(comments: Iterable[Comment], mark: str) -> list[int]:
    """The keys of the comments, all of which came in under the address. Raises `NotAllowed`."""
    wanted = {comment.pk for comment in comments}
    own = set(comments_with(mark).filter(pk__in=wanted).values_list("pk", flat=True))
    if wanted != own:
        raise NotAllowed(NOT_YOURS)
    return sorted(own)
