"""What somebody follows, in words and with its address."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

from articles.models import Article, Topic
from community.members.models import Member
from community.notifications.follows.models import Follow, Follower
from community.threads.models import Comment, Thread

Kind = Follow.Kind

# What names somebody. An erasure finds their name in letters by these very words.
BY_PERSON, TO_COMMENT = "Comments by {name}", "Answers to {name}"


@dataclass(frozen=True)
class Followed:
    """One thing that is followed: what it is called, and where it is."""

    follow: Follow
    name: str
    path: str


def name_of(follow: Follow) -> str:
    """What somebody follows, in words."""
    found = followed([follow], follow.follower.member)
    return found[0].name if found else "something that is no longer there"


def followed(follows: Iterable[Follow], reader: Member | None = None) -> list[Followed]:
    """Names and addresses of what is followed; what `reader` cannot see is left out. Five statements."""
    rows = list(follows)
    keys = {kind: [row.target for row in rows if row.kind == kind] for kind in Kind.values}
    articles = Article.objects.addressable().in_bulk(keys[Kind.THREAD] + keys[Kind.ARTICLE])
    topics = Topic.objects.in_bulk(keys[Kind.TOPIC])
    people = Member.objects.filter(is_active=True).in_bulk(keys[Kind.PERSON])
    comments = (Comment.objects.addressable_to(reader).select_related("thread__article")).in_bulk(
        keys[Kind.BRANCH]
    )
    threads = Thread.objects.conversations().open_to(reader).in_bulk(keys[Kind.CONVERSATION])
    found = []
    for row in rows:
        if row.kind in (Kind.THREAD, Kind.ARTICLE) and row.target in articles:
            article = articles[row.target]
            said = "Comments below" if row.kind == Kind.THREAD else "Corrections of"
            found.append(Followed(row, f"{said} “{article.title}”", article.get_absolute_url()))
        elif row.kind == Kind.TOPIC and row.target in topics:
            topic = topics[row.target]
            name = f"Articles and conversations about {topic.name}"
            found.append(Followed(row, name, topic.get_absolute_url()))
        elif row.kind == Kind.CONVERSATION and row.target in threads:
            thread = threads[row.target]
            found.append(Followed(row, f"“{thread.title}”", thread.get_absolute_url()))
        elif row.kind == Kind.PERSON and row.target in people:
            person = people[row.target]
            name = BY_PERSON.format(name=person.pseudonym)
            found.append(Followed(row, name, person.get_absolute_url()))
        elif row.kind == Kind.BRANCH and row.target in comments:
            comment = comments[row.target]
            said = TO_COMMENT.format(name=comment.author_name)
            name = f"{said}, below “{comment.thread.title}”"
            found.append(Followed(row, name, comment.get_absolute_url()))
    return found


def find_target(kind: str, key: int, reader: Member | None) -> str:
    """What is to be followed, in words; 404 where readers cannot see it."""
    if kind not in Kind.values:
        raise Http404("There is nothing to follow here.")
    if (
        kind in (Kind.THREAD, Kind.ARTICLE)
        and not Article.objects.published().filter(pk=key).exists()
    ):
        raise Http404("There is no such article.")
    found = followed([Follow(kind=kind, target=key)], reader)
    if not found:
        raise Http404("There is nothing to follow here.")
    return found[0].name


def page_of(kind: str, key: int, reader: Member | None) -> str:
    """Where somebody goes on to after following."""
    found = followed([Follow(kind=kind, target=key)], reader)
    return found[0].path or reverse("front_page") if found else reverse("front_page")


def follow_of(follower: Follower | None, kind: str, key: int) -> Follow | None:
    """The follow of somebody, where there is one."""
    if follower is None:
        return None
    return follower.follows.filter(kind=kind, target=key).first()
