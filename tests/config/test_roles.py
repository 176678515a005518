"""Who may open which address. A page that is not in the table fails the test."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from articles.ask.models import Question
from articles.history.models import SourceChange
from articles.library.actions import create_article, find_topics
from articles.models import Article, Source, Subscriber
from articles.newsletter.actions import create_issue, subscribe
from articles.newsletter.links import token_of as newsletter_token
from articles.stories.actions import join_articles
from community.asking.references import token_of
from community.conversations.actions import start_conversation
from community.desk.models import DeskItem, DeskRun
from community.members.models import Member
from community.moderation.appeals.actions import lodge_appeal
from community.moderation.decisions.actions import reject_comment, remove_comment
from community.moderation.flags.actions import Flagger, flag_comment
from community.moderation.flags.guests import flag_token
from community.moderation.models import ReplyTemplate
from community.moderation.notices.actions import Given, receive_notice
from community.moderation.notices.references import notice_key
from community.notifications.follows.actions import follower_for
from community.notifications.follows.links import letters_token
from community.notifications.follows.models import Follow
from community.notifications.news.models import Notification
from community.old_words.links import LINKS
from community.old_words.models import AddressProof
from community.own_data.links import token_of as erasure_token
from community.own_data.models import Erasure
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.posting.receipts import receipt_token
from community.threads.posting.submissions import Guest
from community.yardsticks.models import BlockedTerm
from tests.config.roles_table import MENTORS, ROLES, TABLE

# Steps of signing in: where they lead depends on the step before, which their own tests take.
STEPS = ("account_", "mfa_")


def patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            if entry.app_name != "admin":
                yield from patterns(entry)
        else:
            yield entry


def names() -> set[str]:
    return {pattern.name or "" for pattern in patterns(get_resolver())}


@pytest.fixture
def addresses(
    thread: Thread, alice: Member, mia: Member, gus: Guest, settings: Any, tmp_path: Path
) -> dict[str, Any]:
    """What fills the gaps in the addresses."""
    settings.DATA_DIR = tmp_path
    cache.clear()
    comment = post_comment(thread=thread, author=alice, text="Words").comment
    guests = post_comment(thread=thread, author=gus, text="Words of a guest").comment
    topic = find_topics(["Sleep"])[0]
    opening = start_conversation(topic=topic, author=alice, title="Mornings", text="Words").comment
    post_comment(thread=opening.thread, author=alice, text="An answer")
    flag = flag_comment(comment=comment, flagger=Flagger(guest_key="x"), reason="attack").flag
    notice = receive_notice(given=Given(address=f"/comments/{comment.pk}/", explanation="Words"))
    removed = post_comment(thread=thread, author=alice, text="Removed words").comment
    decision = remove_comment(comment=removed, moderator=mia, version=1, ground="attack")
    appeal = lodge_appeal(decision=decision, author=alice, words="Words")
    guests_decision = reject_comment(comment=guests, moderator=mia, version=1, ground="attack")
    term = BlockedTerm.objects.create(term="wonderpill")
    story = join_articles(thread.article, create_article(title="Again", body_html="<p>Words.</p>"))
    reply = ReplyTemplate.objects.create(title="A reply", words="Words")
    run = DeskRun.objects.create(label="walks.txt", sources=[{"name": "walks.txt"}])
    DeskItem.objects.create(
        run=run, number=1, document="walks.txt", title="Walks", outcome="created"
    )
    source = Source.objects.create(name="Harbour News")
    change = SourceChange.objects.create(article=thread.article, title="New", body_html="<p>x</p>")
    follower = follower_for(mia)
    news = Notification.objects.create(follower=follower, kind="reply", key="x", comment=comment)
    waiting = Follow.objects.create(follower=follower, kind="topic", target=topic.pk)
    issue = create_issue(title="News", started_at=timezone.now())
    subscribe(address="gus@people.example", rhythm="weekly")
    subscriber = Subscriber.objects.get()
    erasure = Erasure.objects.create(member=alice, state="asked", salt="x")
    proof = AddressProof.objects.create(
        email="gus@people.example", origin_hash="x", salt="x", asked_at=timezone.now()
    )
    question = Question.objects.create(text="Does heat help?")
    return {
        "<slug:slug>": {
            "articles/": thread.article.slug,
            "topics/": topic.slug,
            "stories/": story.slug,
            "newsletter/issues/": issue.slug,
        },
        "<slug:kind>": {"": "guidelines"},
        "<str:kind>": {"": "topic"},
        "<str:setting>": {"": "replies"},
        "<int:key>": {"": topic.pk},
        "<int:pk>": {
            "account/data/": 1,
            "account/words/": 1,
            "account/news/": news.pk,
            "confirm/": waiting.pk,
            "receipts/": guests_decision.pk,
            "people/": alice.pk,
            "moderation/decisions/": decision.pk,
            "threads/": thread.pk,
            "conversations/": opening.thread.pk,
            "account/decisions/": decision.pk,
            "moderation/notices/": notice.pk,
            "moderation/appeals/": appeal.pk,
            "account/flags/": flag.pk,
            "terms/": term.pk,
            "replies/": reply.pk,
            "desk/runs/": run.pk,
            "desk/stories/": story.pk,
            "desk/changes/": change.pk,
            "desk/sources/": source.pk,
            "desk/newsletter/": issue.pk,
            "desk/": thread.article.pk,
            "comments/": comment.pk,
        },
        "<int:number>": {
            "desk/runs/": 1,
            "sitemaps/": 1,
            "conversations/": 2,
            "agreements/": 1,
            "": comment.number,
        },
        "<str:token>": {
            "receipts/": receipt_token(guests),
            "flags/": flag_token(flag),
            "ask/": token_of(question),
            "erase/": erasure_token(erasure),
            "old-comments/": LINKS.token(proof),
            "letters/": letters_token(waiting.follower),
            "newsletter/": newsletter_token(subscriber),
            "": receipt_token(guests),
        },
        "<str:code>": {"": "SE"},
        "<str:reference>": {"": notice.reference},
        "<str:key>": {"": notice_key(notice)},
        "<slug:key>": {"": "0" * 32},
        "<slug:name>": {"": "articles"},
        "<slug:public_id>": {"": alice.public_id},
    }


def address_of(pattern_route: str, values: dict[str, Any]) -> str:
    route = pattern_route
    for gap, choices in values.items():
        value = next((v for part, v in choices.items() if part in route), None)
        route = route.replace(gap, str(value))
    return "/" + route


def routes() -> dict[str, str]:
    """Route by name, with the prefixes."""

    def walk(resolver: URLResolver, prefix: str) -> Iterator[tuple[str, str]]:
        for entry in resolver.url_patterns:
            if isinstance(entry, URLResolver):
                if entry.app_name != "admin":
                    yield from walk(entry, prefix + str(entry.pattern))
            else:
                yield entry.name or "", prefix + str(entry.pattern)

    return dict(walk(get_resolver(), ""))


def test_every_page_is_in_the_table() -> None:
    unknown = {name for name in names() - set(TABLE) if not name.startswith(STEPS)}
    assert unknown == set()


def answers(addresses: dict[str, Any], *people: Member | None) -> dict[str, tuple[int, ...]]:
    """What each address of the table answers to these people, one after the other.

    Each address as if it were the only one that anybody opened.
    """
    everything, clients = routes(), [Client() for _ in people]
    for client, person in zip(clients, people, strict=True):
        if person:
            client.force_login(person)
    cookies = [client.cookies.output(header="", sep=";") for client in clients]
    found = {}
    for name in sorted(TABLE):
        address = address_of(everything[name], addresses)
        with as_if_never():
            for client, own in zip(clients, cookies, strict=True):
                client.cookies = SimpleCookie(own)
            found[name] = tuple(client.get(address).status_code for client in clients)
    return found


@contextmanager
def as_if_never() -> Iterator[None]:
    """Take back what is done inside: making the world anew for each page takes far longer."""
    cache.clear()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_pages_open_to_whom_they_are_for(
    addresses: dict[str, Any], bob: Member, mo: Member, stefan: Member
) -> None:
    assert answers(addresses, None, bob, mo, stefan) == TABLE


def test_a_mentor_opens_what_every_member_opens_and_the_list_of_who_is_new(
    addresses: dict[str, Any], bob: Member
) -> None:
    Member.objects.filter(pk=bob.pk).update(role=Member.Role.MENTOR)
    members = {name: codes[ROLES.index("member")] for name, codes in TABLE.items()}
    expected = {name: (code,) for name, code in (members | MENTORS).items()}
    assert answers(addresses, bob) == expected


def test_no_page_shows_a_mentor_what_a_member_does_not_see(
    addresses: dict[str, Any], nadia: Member, bob: Member, thread: Thread
) -> None:
    post_comment(thread=thread, author=nadia, text="Whisperwords that wait")
    Member.objects.filter(pk=bob.pk).update(role=Member.Role.MENTOR)
    client = Client()
    client.force_login(bob)
    for name in TABLE:
        follow = name != "favicon"
        shown = client.get(address_of(routes()[name], addresses), follow=follow).content
        for private in (b"Whisperwords", nadia.email.encode(), b"Words of a guest"):
            assert private not in shown or name in OPENED_BY_LINK, (name, private)


# Whoever has these links may open them: they prove that somebody wrote or asked it.
OPENED_BY_LINK = {name for name in TABLE if name.startswith("receipt") or "guest" in name}


@pytest.mark.parametrize("role", ROLES)
def test_the_admin_is_for_staff_only(role: str, bob: Member, mo: Member, stefan: Member) -> None:
    client = Client()
    person = {"reader": None, "member": bob, "moderator": mo, "staff": stefan}[role]
    if person:
        client.force_login(person)
    opened = client.get("/admin/").status_code == 200
    assert opened == (role == "staff")


def test_a_draft_opens_to_nobody_at_its_own_address(stefan: Member, mo: Member) -> None:
    draft: Article = create_article(title="Not yet", body_html="<p>Words.</p>")
    for person in (mo, stefan):
        client = Client()
        client.force_login(person)
        assert client.get(reverse("article_page", args=[draft.slug])).status_code == 404


def test_reading_pages_changes_nothing(addresses: dict[str, Any], stefan: Member) -> None:
    before = list(Comment.objects.order_by("pk").values())
    client = Client()
    client.force_login(stefan)
    for name in TABLE:
        client.get(address_of(routes()[name], addresses))
    assert list(Comment.objects.order_by("pk").values()) == before
