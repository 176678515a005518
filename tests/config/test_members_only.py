"""A conversation for members only is nowhere that somebody without an account can look.

Every named address of the site is opened with the keys of such a conversation in it, by a visitor and by a
guest who wrote elsewhere, and every feed, list, letter and search besides.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from articles.index.models import SearchEntry
from articles.library.actions import find_topics
from community.conversations.actions import start_conversation
from community.members.models import Member
from community.notifications.follows.actions import ask_to_follow, confirm_follow
from community.notifications.follows.models import Follow
from community.notifications.letters.sending import send_waiting_letters
from community.notifications.news.models import Notification
from community.notifications.telling import tell_waiting_events
from community.search.rebuilding import rebuild_index
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.posting.receipts import COOKIE, signer
from community.threads.posting.submissions import Guest
from tests.config.test_roles import addresses, routes  # noqa: F401 - a fixture

# Words of which none may be seen; each stands in one place only.
TITLE, OPENING, ANSWER = "Zauberwurzel", "Nachtkerzenmilch", "Mondscheinbrot"
SECRETS = (TITLE, OPENING, ANSWER)


@pytest.fixture
def kept(addresses: dict[str, Any], bob: Member) -> Comment:  # noqa: F811 - the fixture
    """An answer in a conversation for members, in the topic that the addresses lead to."""
    topic = find_topics(["Sleep"])[0]
    opening = start_conversation(
        topic=topic,
        author=bob,
        title=f"About {TITLE}",
        text=f"I take {OPENING}.",
        audience="members",
    ).comment
    assert opening.is_visible
    answer = post_comment(thread=opening.thread, author=bob, text=f"And {ANSWER}, too.").comment
    assert answer.is_visible
    return answer


def filled(route: str, known: dict[str, Any], kept: Comment) -> Iterator[str]:
    """The addresses of a route in which something of the conversation can be named."""
    keys = {kept.pk, kept.thread_id, kept.thread.comments.get(is_opening=True).pk}
    for key in keys:
        path = route
        for gap, values in known.items():
            fitting = next((v for part, v in values.items() if part in path), None)
            value = key if gap in ("<int:pk>", "<int:key>") else fitting
            path = path.replace(gap, str(value))
        for kind in ("thread", "article", "branch", "topic", "talk", "person"):
            yield "/" + path.replace("/topic/", f"/{kind}/")


def seen_in(client: Client, address: str) -> list[str]:
    """The words of the conversation that an answer holds, in its headers, too."""
    response = client.get(address, follow=True)
    content = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    hops = "".join(url for url, _ in response.redirect_chain)
    whole = content.decode(errors="replace") + str(dict(response.headers)) + hops
    return [word for word in SECRETS if word in whole]


@pytest.fixture
def outsiders(thread: Thread) -> list[Client]:
    """A visitor, and a guest whose browser knows what they wrote below an article."""
    guest = Client()
    own = post_comment(thread=thread, author=Guest("Gus"), text="My own words").comment
    guest.cookies[COOKIE] = signer.sign(str(own.pk))
    return [Client(), guest]


def test_no_page_shows_it_to_somebody_without_an_account(
    addresses: dict[str, Any],  # noqa: F811 - the fixture
    kept: Comment,
    outsiders: list[Client],
) -> None:
    cache.clear()
    found: list[str] = []
    for name, route in routes().items():
        if "<" in route and ("<int:pk>" in route or "<int:key>" in route):
            places = sorted(set(filled(route, addresses, kept)))
        else:
            places = sorted(set(filled(route, addresses, kept)))[:1]
        for place in places:
            for client in outsiders:
                found += [f"{name} {place}: {word}" for word in seen_in(client, place)]
    assert not found


def test_a_member_finds_it(kept: Comment, alice: Member) -> None:
    client = Client()
    client.force_login(alice)
    assert set(seen_in(client, kept.thread.get_absolute_url())) == set(SECRETS)
    assert TITLE in seen_in(client, "/conversations/")
    assert seen_in(client, kept.get_absolute_url())


@pytest.mark.parametrize("word", SECRETS)
def test_search_knows_nothing_of_it(kept: Comment, alice: Member, word: str) -> None:
    rebuild_index()
    assert not SearchEntry.objects.filter(
        kind=2, key__in=kept.thread.comments.values("pk")
    ).exists()
    for person in (None, alice):
        client = Client()
        if person:
            client.force_login(person)
        assert f"/comments/{kept.pk}/" not in client.get("/search/", {"q": word}).content.decode()


def test_a_link_to_it_shows_nothing_elsewhere(kept: Comment) -> None:
    for address in (kept.thread.get_absolute_url(), kept.get_absolute_url()):
        asked = {"url": f"http://127.0.0.1:8000{address}"}
        response = Client().get(reverse("oembed"), asked)
        assert response.status_code == 404


def test_what_somebody_sends_there_comes_back_without_anything_of_it(kept: Comment) -> None:
    url = f"{kept.thread.get_absolute_url()}comments/"
    response = Client().post(url, {"name": "Gus", "comment": "My words", "parent": kept.pk})
    page = response.content.decode()
    assert response.status_code == 403 and "My words" in page
    assert not any(word in page for word in SECRETS)
    assert not Comment.objects.filter(body="My words").exists()


def test_a_guest_who_follows_the_topic_is_told_nothing(
    addresses: dict[str, Any],  # noqa: F811 - the fixture
    bob: Member,
    alice: Member,
) -> None:
    topic = find_topics(["Sleep"])[0]
    ask_to_follow(kind=Follow.Kind.TOPIC, target=topic.pk, address="gus@people.example")
    confirm_follow(follow=Follow.objects.get(target=topic.pk, follower__member=None))
    start_conversation(
        topic=topic, author=bob, title=f"About {TITLE}", text=OPENING, audience="members"
    )
    tell_waiting_events()
    send_waiting_letters()
    told = Notification.objects.filter(follower__member=None, comment__isnull=False)
    assert not told.exists()
    assert not any(word in str(letter.message()) for letter in mail.outbox for word in SECRETS)
