"""Earlier comments like the one that is read, and what was decided on them.

Alike is what shares rare words: each word that both have counts by how few of the others have it
(inverse document frequency, Spärck Jones, 1972), and the sum is divided by the lengths of both, as a
cosine is. The same reasons of screening count as words do. Only the newest decisions are looked at, so
that it costs the same on a large site.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Q

from common.text import fold
from community.members.models import Member
from community.moderation.models import Decision
from community.moderation.team.reading import read_by
from community.screening.learned.roots import root
from community.threads.models import Comment

LOOKED_THROUGH = 200  # decided comments, the newest: a few weeks of a busy site
SIMILAR_SHOWN = 5
# Of 1, which is the same words. Measured on the sample community: what is about the same thing is above.
ALIKE_MIN = 0.16
LENGTH_COMPARED = 1_500  # characters; what somebody wants to say stands there

WORD = re.compile(r"[a-z]{3,}")
Kind = Decision.Kind
FIELDS = ("title", "body", "reasons", "author_name", "number", "state", "urgency")
DECIDED = (Kind.APPROVE, Kind.REDACT, Kind.REJECT, Kind.REVISE, Kind.REMOVE, Kind.KEEP)


@dataclass(frozen=True)
class Similar:
    """An earlier comment, and the last word on it."""

    comment: Comment
    decision: Decision


def read_similar(comment: Comment, moderator: Member) -> list[Similar]:
    """The earlier comments most like this one, which this moderator may read, the most alike first."""
    decided = newest_decided(comment, moderator)
    chosen = most_alike(traits_of(comment), [traits_of(each.comment) for each in decided])
    return [decided[place] for place in chosen]


def newest_decided(comment: Comment, moderator: Member) -> list[Similar]:
    """Comments that a moderator decided on and whose words are still there, the newest decision first."""
    # What was taken back, or reversed after an appeal, is nothing to go by.
    decisions = Decision.objects.filter(
        kind__in=DECIDED, is_automated=False, comment__gt=0, reversed_by=None
    )
    newest = list(
        decisions.exclude(comment=comment)
        .select_related("moderator")
        .order_by("-pk")[:LOOKED_THROUGH]
    )
    last_words = {row.comment_id: row for row in reversed(newest) if row.comment_id}
    gone = Q(state__in=(Comment.State.WITHDRAWN, Comment.State.PENDING)) | Q(moved_to__gt=0)
    comments = Comment.objects.filter(read_by(moderator), pk__in=last_words, erased_at=None)
    kept = comments.exclude(gone).only(*FIELDS)
    found = [Similar(each, last_words[each.pk]) for each in kept]
    return sorted(found, key=lambda each: -each.decision.pk)


def traits_of(comment: Comment) -> frozenset[str]:
    """What is compared: the roots of words, and the reasons for which it waited."""
    words = WORD.findall(fold(comment.words[:LENGTH_COMPARED]))
    return frozenset(map(root, words)) | {f"<{each['code']}>" for each in comment.reasons}


def most_alike(own: Collection[str], others: Sequence[Collection[str]]) -> list[int]:
    """The places of those that are like `own`, the most alike first.

    >>> most_alike({"pills", "the"}, [{"sleep", "the"}, {"pills", "the", "now"}, {"tea", "the"}])
    [1]
    """
    spread = Counter(trait for traits in others for trait in traits)
    worth = {trait: math.log(len(others) / spread[trait]) for trait in spread}
    rare = math.log(len(others)) if len(others) > 1 else 0.0  # what only the comment itself has

    def length(traits: Collection[str]) -> float:
        return math.sqrt(sum(worth.get(trait, rare) ** 2 for trait in traits))

    own_length = length(own)
    alike = []
    for place, traits in enumerate(others):
        shared = sum(worth[trait] ** 2 for trait in traits if trait in own)
        value = shared / (own_length * length(traits)) if shared else 0.0
        if value >= ALIKE_MIN:
            alike.append((-value, place))
    return [place for _, place in sorted(alike)[:SIMILAR_SHOWN]]
