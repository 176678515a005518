"""What all the steps of screening add to posting one comment, everything else being the same.

Runs inside a database that is there for measuring only.
"""

import statistics
import time
from functools import partial
from unittest import mock

from community.members.models import Member
from community.screening.pipeline import STEPS, Step, screen
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.posting import verdicts
from tests.bench.screening import PLAIN

ROUNDS, POSTS = 7, 20
PROVEN = 5  # approved posts: these appear at once, with the steps and without


def compare_posting() -> None:
    """Print the ratio, and what one post takes without the steps."""
    thread = Thread.objects.order_by("pk")[0]
    post_all(thread, STEPS)  # reads the lists and the words that later posts find read
    pairs = [(post_all(thread, STEPS), post_all(thread, ())) for _ in range(ROUNDS)]
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    without = statistics.median(theirs for _, theirs in pairs) * 1000
    told = f"posting a comment, all {len(STEPS)} steps of screening against none"
    print(f"{told:<72} ratio {ratio:.2f}  ({without:.1f} ms without)")


def post_all(thread: Thread, steps: tuple[Step, ...]) -> float:
    """Seconds of one post of a proven member, the median of some; each by another member."""
    taken = []
    with mock.patch.object(verdicts, "screen", partial(screen, steps=steps)):
        for writer in writers():
            began = time.perf_counter()
            comment = post_comment(thread=thread, author=writer, text=PLAIN).comment
            taken.append(time.perf_counter() - began)
            if comment.state != Comment.State.VISIBLE:
                raise SystemExit("A plain post waits, so that two different things were measured.")
    return statistics.median(taken)


def writers() -> list[Member]:
    """New members: the same words again by one of them would be the same comment."""
    first = Member.objects.count()
    rows = [
        Member(
            email=f"writer{n}@benchmark.example",
            pseudonym=f"Writer {n}",
            pseudonym_key=f"writer {n}",
            approved_posts=PROVEN,
            must_agree=False,
            password="!",
        )
        for n in range(first, first + POSTS)
    ]
    return Member.objects.bulk_create(rows)
