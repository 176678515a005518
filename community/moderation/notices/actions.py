"""Taking in notices of illegal content, and deciding on them.

Always in this order: permission, transaction, change, log row, outbox row.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.http.request import validate_host
from django.utils import timezone
from django.utils.crypto import salted_hmac

from articles.keeping.batches import change_in_batches
from articles.models import Article
from community.members.models import Member
from community.moderation.claims.actions import NotAllowed, check_is_free, check_may_claim
from community.moderation.claims.models import Claim
from community.moderation.decisions.actions import decide, waited_seconds
from community.moderation.decisions.models import Decision
from community.moderation.decisions.moves import open_kinds
from community.moderation.lanes import NOTICES
from community.moderation.notices.addresses import read_address
from community.moderation.notices.models import Notice
from community.moderation.notices.references import new_reference
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.threads.models import Comment

# Of one network in a day. Who has more to say about illegal content should call the police.
NOTICES_IN_WINDOW = 20
WINDOW = timedelta(days=1)

Kind, Ground = Decision.Kind, Decision.Ground
REASONS_NEEDED = "Please say in your own words why; the person who sent the notice reads it."
# Stands in the statement of reasons (Article 17(3)(b)). Who it was is never told.
NOTICED = "Somebody had sent a notice that it is illegal. Who it was is not told."


@dataclass(frozen=True)
class Given:
    """What somebody wrote in the form of a notice."""

    address: str
    explanation: str
    law: str = ""
    name: str = ""
    email: str = ""


class AlreadyAnswered(Exception):
    """Somebody else decided on the notice first; `notice` is as it is now."""

    def __init__(self, notice: Notice) -> None:
        super().__init__("already answered")
        self.notice = notice


def receive_notice(*, given: Given, notifier: Member | None = None) -> Notice:
    """Store a notice with the content as it stands.

    The same words again are the same notice, until it is answered.
    """
    comment, article = find_content(given.address)
    key = submission_key(given, notifier)
    try:
        with transaction.atomic():
            notice = Notice.objects.create(
                reference=new_reference(),
                salt=secrets.token_hex(16),
                address=given.address,
                comment=comment,
                article=article,
                explanation=given.explanation,
                law=given.law,
                snapshot=comment.words if comment else "",
                version=comment.version if comment else 1,
                name=given.name,
                email=given.email,
                notifier=notifier,
                submission_key=key,
                received_at=timezone.now(),
            )
            record_event(kind=OutboxEvent.Kind.NOTICE_RECEIVED, subject_id=notice.pk)
    except IntegrityError:
        # The key is there already: a second click, a resend, the back button.
        if earlier := Notice.objects.filter(submission_key=key).first():
            return earlier
        raise
    return notice


def submission_key(given: Given, notifier: Member | None) -> str:
    """The same for the same words of the same person, while the notice they made is open."""
    key = salted_hmac("community.notice", repr((given, notifier and notifier.pk))).hexdigest()
    answered = Notice.objects.exclude(state=Notice.State.OPEN)
    while earlier := answered.filter(submission_key=key).first():
        key = salted_hmac("community.notice", f"{key}:{earlier.pk}").hexdigest()
    return key


def find_content(address: str) -> tuple[Comment | None, Article | None]:
    """The comment or the article that an address means, as far as readers could see it."""
    place = read_address(address)
    if not is_ours(place.host):
        return None, None
    comments = Comment.objects.select_related("thread__article").filter(erased_at=None)
    comment = comments.filter(pk=place.comment).first() if place.comment else None
    if comment:
        return comment, comment.thread.article
    readable = Article.objects.addressable()
    return None, readable.filter(slug=place.slug).first() if place.slug else None


def is_ours(host: str) -> bool:
    """Whether an address with this host, or with none, can lead to something here."""
    hosts = [settings.SITE_HOST, *settings.ALLOWED_HOSTS]
    return not host or validate_host(host.removeprefix("www."), hosts) or validate_host(host, hosts)


@dataclass(frozen=True)
class Taking:
    """How a comment is taken from readers: why, in which words to its author.

    `version` is the version of the comment that the moderator read.
    """

    ground: str = ""
    words: str = ""
    version: int = 0


def act_on_notice(*, notice: Notice, moderator: Member, taking: Taking, answer: str) -> Decision:
    """Agree with a notice: take the comment from readers.

    `answer` is what who sent the notice reads. Raises as `decide_notice`, and `WordsChanged`.
    """
    return decide_notice(notice, moderator, Kind.NOTICE_ACTED, taking, answer)


def decline_notice(*, notice: Notice, moderator: Member, answer: str) -> Decision:
    """Leave the content as it is, with reasons. Raises as `decide_notice`."""
    return decide_notice(notice, moderator, Kind.NOTICE_DECLINED, Taking(), answer)


def decide_notice(
    notice: Notice, moderator: Member, kind: Decision.Kind, taking: Taking, answer: str
) -> Decision:
    """Answer a notice once (Article 16(5) and (6)).

    Raises `NotAllowed`, `ClaimedByOther` and `AlreadyAnswered`.
    """
    check_may_claim(notice, moderator)
    check_is_for(notice, moderator)
    if not answer.strip():
        raise NotAllowed(REASONS_NEEDED)
    with transaction.atomic():
        notice = Notice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
        if notice.state != Notice.State.OPEN:
            raise AlreadyAnswered(notice)
        check_is_free(notice, moderator)
        removal = None
        if kind == Kind.NOTICE_ACTED and notice.comment is not None:
            removal = take_away(notice.comment, moderator, taking)
        row = answer_row(notice, moderator, kind, taking.ground)
        store_answer(notice, removal or row, kind, answer)
        record_event(kind=OutboxEvent.Kind.NOTICE_DECIDED, subject_id=notice.pk)
    return row


def check_is_for(notice: Notice, moderator: Member) -> None:
    """What is said about an article is answered by those who can correct or withdraw it."""
    if notice.article is not None and notice.comment is None and not moderator.is_staff:
        raise NotAllowed("An article is corrected or withdrawn by staff, who answer this notice.")


def take_away(comment: Comment, moderator: Member, taking: Taking) -> Decision | None:
    """Remove the comment, or do not publish it; None when readers do not see it anyway."""
    kinds = [kind for kind in (Kind.REMOVE, Kind.REJECT) if kind in open_kinds(comment)]
    if not kinds:
        return None
    return decide(
        kinds[0], comment, moderator, taking.version, taking.ground, taking.words, facts=NOTICED
    )


def answer_row(notice: Notice, moderator: Member, kind: Decision.Kind, ground: str) -> Decision:
    """The log row of the answer."""
    thread = getattr(notice.article, "thread", None) if notice.comment is None else None
    return Decision.objects.create(
        comment=notice.comment,
        thread=thread,
        version=notice.version,
        kind=kind,
        ground=ground,
        moderator=moderator,
        lane=NOTICES,
        waited_seconds=waited_seconds(notice.received_at, timezone.now()),
    )


def store_answer(notice: Notice, decision: Decision, kind: Decision.Kind, answer: str) -> None:
    """Write the outcome, and end the claim."""
    is_acted = kind == Kind.NOTICE_ACTED
    notice.state = Notice.State.ACTED if is_acted else Notice.State.DECLINED
    notice.decision, notice.answer, notice.decided_at = decision, answer.strip(), timezone.now()
    notice.save(update_fields=["state", "decision", "answer", "decided_at"])
    Claim.objects.filter(notice=notice).delete()


def forget_notices(*, before: datetime) -> int:
    """Forget who sent notices that were answered before a moment, and what they wrote.

    That there was a notice, and what was decided, stays. While an appeal about it waits, the notice
    does, too. Returns how many.
    """
    answered = Notice.objects.filter(decided_at__lt=before).exclude(explanation="")
    return change_in_batches(
        answered.exclude(decision__appeal__state="open"),
        name="", email="", notifier=None, explanation="", law="", address="", snapshot="", answer="",
    )  # fmt: skip


def forget_erased_content() -> int:
    """Erase what notices kept of comments whose authors erased them; returns how many."""
    erased = Notice.objects.exclude(comment=None).exclude(comment__erased_at=None)
    return erased.exclude(snapshot="").update(snapshot="")
