"""Learning what advertising looks like here, from the decisions of the moderators.

It is learned from scratch each time, from the newest decisions: what somebody erased or took back
meanwhile is not read again, so its words are gone with the next learning, a day later at most.
"""

from collections.abc import Iterator
from datetime import timedelta

from django.db import transaction
from django.db.models import Max, OuterRef, Subquery
from django.utils import timezone

from community.moderation.decisions.models import Decision
from community.screening.learned.learning import learn
from community.screening.learned.model import Model
from community.threads.editing.versions import CommentVersion
from community.threads.models import Comment
from community.yardsticks.learned import forget_model
from community.yardsticks.models import SpamModel

DECISIONS_MAX = 5_000  # the newest: what advertisers write changes, and the model stays small
NEWS_MIN = 10  # decisions after which it is worth learning again; a mistake is soon outweighed

# Then it is learned again without news as well, and what was erased since is gone from it.
LEARNED_KEPT = timedelta(days=1)

Kind, Ground, State = Decision.Kind, Decision.Ground, Comment.State

WANTED = (Kind.APPROVE, Kind.KEEP, Kind.RESTORE, Kind.APPEAL_REVERSED)
UNWANTED = (Kind.REJECT, Kind.REVISE, Kind.REMOVE)
# After these the one before teaches nothing either: it was a slip, or words of it are erased.
UNSETTLED = (Kind.UNDO, Kind.REDACT)
# Rejections for other reasons are about what patients say to each other, and teach nothing here.
ADVERTISING = (
    Ground.SELLING,
    Ground.CURE_CLAIM,
    Ground.RECRUITING,
    Ground.OFF_TOPIC,
    Ground.REPEATED,
)


def learn_from_decisions(*, at_least: int = 1) -> SpamModel | None:
    """Learn anew when there are so many new decisions, or a day went by; returns what was stored."""
    newest = Decision.objects.aggregate(newest=Max("pk"))["newest"] or 0
    known = SpamModel.objects.order_by("-pk").first()
    since = known.last_decision if known else 0
    is_old = known is not None and known.learned_at < timezone.now() - LEARNED_KEPT
    if not is_old and Decision.objects.filter(pk__gt=since)[:at_least].count() < at_least:
        return None
    return store(learn(lessons()), newest)


def learn_from_news() -> SpamModel | None:
    """Learn anew once there is enough to learn from; for the worker."""
    return learn_from_decisions(at_least=NEWS_MIN)


def learn_anew() -> SpamModel | None:
    """Learn again at once, without what was erased since; nothing where nothing was learned."""
    known = SpamModel.objects.order_by("-pk").first()
    return store(learn(lessons()), known.last_decision) if known else None


def store(model: Model, newest: int) -> SpamModel:
    """Put the model in the place of the one before."""
    with transaction.atomic():
        SpamModel.objects.all().delete()
        row = SpamModel.objects.create(
            model=model.as_json(),
            texts=model.texts,
            last_decision=newest,
            learned_at=timezone.now(),
        )
    forget_model()
    return row


def lessons() -> Iterator[tuple[str, bool]]:
    """The texts that the newest decisions were about, each with whether it was advertising."""
    for decision in newest_decisions():
        text = decided_text(decision)
        if text and decision.kind in WANTED:
            yield text, False
        elif text and decision.ground in ADVERTISING:
            yield text, True


def newest_decisions() -> list[Decision]:
    """The last word on each comment that is still somebody's to show."""
    latest = Decision.objects.filter(
        comment=OuterRef("comment"), kind__in=(*WANTED, *UNWANTED, *UNSETTLED), is_automated=False
    )
    decided = Decision.objects.filter(
        pk=Subquery(latest.order_by("-pk").values("pk")[:1]),
        kind__in=(*WANTED, *UNWANTED),
        comment__erased_at=None,
    ).exclude(comment__state=State.WITHDRAWN)
    text = CommentVersion.objects.filter(comment=OuterRef("comment"), version=OuterRef("version"))
    rows = decided.annotate(earlier=Subquery(text.values("body")[:1])).select_related("comment")
    fields = ("kind", "ground", "version", "comment__version", "comment__title", "comment__body")
    return list(rows.only(*fields).order_by("-pk")[:DECISIONS_MAX])


def decided_text(decision: Decision) -> str:
    """The words that were decided on; "" when they are not kept any more."""
    comment = decision.comment
    if comment is not None and comment.version == decision.version:
        return comment.words
    earlier: str | None = getattr(decision, "earlier", None)
    return earlier or ""
