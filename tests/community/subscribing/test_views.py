"""Asking for the newsletter, confirming, choosing, leaving."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from articles.keeping.limits import kept_for
from articles.library.actions import find_topics
from articles.models import Issue, Subscriber, Suppression
from articles.newsletter.actions import (
    LETTER_EVERY,
    create_issue,
    forget_address,
    subscribe,
)
from articles.newsletter.links import address_hashes
from articles.newsletter.sending import send_newsletter
from community.retention.forgetting import forget_what_is_over
from community.subscribing import views

GUS = "gus@people.example"


def ask(client: Client, address: str = GUS, **more: Any) -> Any:
    return client.post("/newsletter/", {"email": address, **more}, follow=True)


def link_in(letter: Any, part: str) -> str:
    found = re.search(rf"http://127\.0\.0\.1:8000(/newsletter/\S*{part}/)", letter.body)
    assert found
    return found[1]


def test_somebody_asks_confirms_chooses_and_leaves(client: Client, db: None) -> None:
    (topic,) = find_topics(["Sleep"])
    ask(client, "Gus@people.example", rhythm="monthly", topics=[topic.pk])
    send_newsletter()
    (letter,) = mail.outbox
    confirm = link_in(letter, "confirm")
    client.get(confirm)
    assert Subscriber.objects.get().confirmed_at is None
    client.post(confirm)
    subscriber = Subscriber.objects.get()
    assert subscriber.email == GUS and subscriber.confirmed_at and subscriber.rhythm == "monthly"
    assert list(subscriber.topics.all()) == [topic]
    choices = confirm.replace("confirm", "choices")
    assert client.post(choices, {"rhythm": "each"}).status_code == 302
    subscriber.refresh_from_db()
    assert subscriber.rhythm == "each" and not subscriber.topics.exists()
    client.post(confirm.replace("confirm", "leave"))
    assert not Subscriber.objects.exists()
    assert client.get(choices).status_code == 404
    assert not client.cookies


def test_the_line_on_every_page_needs_only_an_address(client: Client, db: None) -> None:
    assert b'action="/newsletter/"' in client.get("/").content
    ask(client)
    assert Subscriber.objects.get().rhythm == "weekly"


def test_a_stranger_learns_nothing_about_an_address(client: Client, db: None) -> None:
    subscribe(address="known@people.example", rhythm="weekly")
    Subscriber.objects.update(confirmed_at=timezone.now(), letter="")
    Suppression.objects.create(address_hash=address_hashes("bad@people.example")[0], why="bounce")
    pages = {
        (str(page.redirect_chain), page.content)
        for page in (ask(client, f"{name}@people.example") for name in ("known", "new", "bad"))
    }
    assert len(pages) == 1


def test_who_is_subscribed_gets_a_link_to_the_choices_and_nothing_changes(
    client: Client, db: None
) -> None:
    subscribe(address=GUS, rhythm="weekly")
    Subscriber.objects.update(confirmed_at=timezone.now(), letter="")
    ask(client, rhythm="monthly")
    send_newsletter()
    assert link_in(mail.outbox[0], "choices")
    assert Subscriber.objects.get().rhythm == "weekly"


def test_one_address_gets_one_letter_in_a_while(
    client: Client, db: None, time_machine: Any
) -> None:
    time_machine.move_to("2026-05-01T12:00:00Z", tick=False)
    for _ in range(3):
        ask(client)
        send_newsletter()
    assert len(mail.outbox) == 1
    time_machine.shift(LETTER_EVERY + timedelta(seconds=1))
    ask(client)
    send_newsletter()
    assert len(mail.outbox) == 2
    assert mail.outbox[0].extra_headers["Message-ID"] != mail.outbox[1].extra_headers["Message-ID"]


def test_an_address_that_bounced_gets_no_letter(client: Client, db: None) -> None:
    Suppression.objects.create(address_hash=address_hashes(GUS)[0], why="complaint")
    ask(client)
    assert not Subscriber.objects.exists()


@pytest.mark.parametrize("address", ["", "gus", "gus@", "a" * 250 + "@people.example"])
def test_what_is_no_address_comes_back(client: Client, db: None, address: str) -> None:
    page = client.post("/newsletter/", {"email": address})
    assert page.status_code == 422
    assert address.encode() in page.content


def test_one_network_asks_for_so_many_letters_and_no_more(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "LETTERS_AN_HOUR_FROM_ONE_PLACE", 1)
    answers = [client.post("/newsletter/", {"email": GUS}, REMOTE_ADDR="9.9.9.9") for _ in (1, 2)]
    assert [page.status_code for page in answers] == [302, 422]


def test_who_does_not_confirm_is_forgotten_after_a_week(client: Client, db: None) -> None:
    ask(client)
    long_ago = timezone.now() - kept_for("unconfirmed_newsletter") - timedelta(minutes=1)
    Subscriber.objects.update(agreed_at=long_ago)
    assert forget_what_is_over()["unconfirmed_newsletter"] == 1


def test_an_address_can_be_forgotten(client: Client, db: None) -> None:
    ask(client)
    forget_address(address="GUS@people.example")
    assert not Subscriber.objects.exists()


@pytest.mark.parametrize("token", ["1", "1-" + "0" * 32, "x-y", "9" * 40])
def test_a_link_that_is_none_opens_nothing(client: Client, db: None, token: str) -> None:
    ask(client)
    for page in ("confirm", "choices"):
        assert client.get(f"/newsletter/{token}/{page}/").status_code == 404
    client.post(f"/newsletter/{token}/leave/")
    assert Subscriber.objects.exists()


def test_issues_that_went_out_stand_in_the_archive_and_drafts_do_not(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "ISSUES_A_PAGE", 1)
    for number in range(2):
        create_issue(title=f"Sent number {number}", started_at=timezone.now())
    draft = create_issue(title="A draft")
    page = client.get("/newsletter/issues/").content.decode()
    assert "Sent number 1" in page and "Sent number 0" not in page and "A draft" not in page
    older = client.get(f"/newsletter/issues/?before={Issue.objects.get(slug='sent-number-1').pk}")
    assert b"Sent number 0" in older.content
    assert client.get("/newsletter/issues/sent-number-0/").status_code == 200
    assert client.get(draft.get_absolute_url()).status_code == 404
