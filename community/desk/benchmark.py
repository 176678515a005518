"""Synthetic content to measure with: always the same for the same plan."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from articles.library.actions import create_article
from articles.models import Article
from common.html import comment_html
from community.desk.actions import publish_article
from community.members.models import Member
from community.threads.bulk import NewComment, store_comments
from community.threads.placing import open_thread

WORDS = (
    "pain sleep rest walk morning doctor study people muscle nerve fatigue fog pacing winter sun "
    "medicine trial result brain cells better worse slowly again today tomorrow never always help"
).split()
# Of ten comments four begin a branch, the others answer one of the last few.
ROOT_SHARE = 0.4
ANSWERED_BACK = 12  # how far back a reply reaches
BODIES = 200  # different bodies; making each of 60,000 anew would measure the sanitiser


@dataclass(frozen=True)
class Plan:
    """How much of everything. `comments` in all, without the large threads."""

    articles: int
    comments: int
    members: int
    largest_thread: int


def has_content() -> bool:
    """Whether there is anything in the database that seeding would stand beside."""
    return Article.objects.exists() or Member.objects.exists()


def seed(plan: Plan) -> Iterator[str]:
    """Store it; yields a line about each part."""
    rng = random.Random(20_110)  # noqa: S311 - the same data each time, not a secret
    bodies = [paragraphs(rng) for _ in range(BODIES)]
    members = make_members(plan.members)
    yield f"{len(members)} members"
    each, left = divmod(plan.comments, max(1, plan.articles))
    for number in range(plan.articles):
        size = each + (1 if number < left else 0)
        make_article(rng, f"Synthetic article {number + 1}", size, members, bodies)
    yield f"{plan.articles} articles with {plan.comments} comments"
    largest = plan.largest_thread
    for size in sorted({largest // 100, largest // 10, largest}):
        if size:
            make_article(rng, f"Large thread {size}", size, members, bodies)
            yield f"a thread of {size} comments at /articles/large-thread-{size}/"


def make_members(count: int) -> list[Member]:
    """Members who have earned direct posting."""
    rows = [
        Member(
            email=f"member{n}@benchmark.example",
            pseudonym=f"Member {n}",
            pseudonym_key=f"member {n}",
            approved_posts=5,
            must_agree=False,
            password="!",  # noqa: S106 - nobody has a password
        )
        for n in range(count)
    ]
    return Member.objects.bulk_create(rows, batch_size=500)


def paragraphs(rng: random.Random) -> tuple[str, str]:
    """One to three paragraphs, as typed and as HTML."""
    text = "\n\n".join(sentence(rng, rng.randint(8, 50)) for _ in range(rng.randint(1, 3)))
    return text, comment_html(text)


def sentence(rng: random.Random, length: int) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(length)).capitalize() + "."


@transaction.atomic
def make_article(
    rng: random.Random, title: str, size: int, members: list[Member], bodies: list[tuple[str, str]]
) -> None:
    """An article with a thread of `size` comments, the older first."""
    body = "".join(f"<p>{sentence(rng, 60)}</p>" for _ in range(8))
    article = publish_article(
        article=create_article(title=title, body_html=body, topics=["Synthetic"]), editor=None
    )
    end = timezone.now() - timedelta(days=30)
    start = end - timedelta(minutes=10 * size)
    new: list[NewComment] = []
    for number in range(size):
        new.append(make_comment(rng, new, start + timedelta(minutes=10 * number), members, bodies))
    store_comments(open_thread(article), new)


def make_comment(
    rng: random.Random,
    earlier: list[NewComment],
    moment: datetime,
    members: list[Member],
    bodies: list[tuple[str, str]],
) -> NewComment:
    """A comment by a member (or a guest where there are none), often a reply."""
    parent = None
    if earlier and rng.random() > ROOT_SHARE:
        parent = rng.choice(earlier[-ANSWERED_BACK:])
    text, html = rng.choice(bodies)
    author = rng.choice(members) if members else None
    return NewComment(
        body=text,
        body_html=html,
        author_name=author.pseudonym if author else "Guest",
        created_at=moment,
        parent=parent,
        fields={"author": author},
    )
