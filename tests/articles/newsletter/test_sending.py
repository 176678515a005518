"""Issues go out to each subscriber once, whatever falls."""

import smtplib
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from unittest import mock

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from django.utils import timezone

from articles.library.actions import create_article, find_topics, publish_article, withdraw_article
from articles.models import Article, Delivery, Issue, Subscriber, Suppression
from articles.newsletter.actions import (
    NotEditable,
    change_issue,
    choose,
    move_article,
    pause_issue,
    pick_article,
    resume_issue,
    send_unknown_again,
)
from articles.newsletter.sending import DEAD_AFTER, send_newsletter

State = Delivery.State
Subscribed = Callable[..., Subscriber]


def work() -> None:
    while send_newsletter():
        pass


def failing(*errors: Exception) -> Any:
    """A mail server that fails so many times, and then takes the letters."""
    real = EmailMultiAlternatives.send
    left = list(errors)

    def send(self: EmailMultiAlternatives, *given: Any, **named: Any) -> int:
        if left:
            raise left.pop(0)
        return real(self, *given, **named)

    return mock.patch.object(EmailMultiAlternatives, "send", send)


def test_everybody_for_whom_it_is_gets_it_once(issue: Issue, subscribed: Subscribed) -> None:
    for name, rhythm in (("gus", "weekly"), ("ann", "weekly"), ("kim", "monthly")):
        subscribed(name, rhythm)
    work()
    work()
    assert sorted(letter.to[0] for letter in mail.outbox) == [
        "ann@people.example",
        "gus@people.example",
    ]
    issue.refresh_from_db()
    assert issue.state == "sent" and issue.finished_at
    (letter, _) = mail.outbox
    assert "Warm water" in letter.body and "Warm water" in letter.alternatives[0][0]
    assert "<img" not in letter.alternatives[0][0]


def test_topics_choose_who_gets_it(issue: Issue, subscribed: Subscribed) -> None:
    sleep, food = find_topics(["Sleep", "Food"])
    for name, topics in (("gus", [sleep]), ("ann", [food]), ("kim", [])):
        choose(subscriber=subscribed(name), rhythm="weekly", topics=topics)
    change_issue(issue=issue, topics=[sleep])
    work()
    assert sorted(letter.to[0].split("@")[0] for letter in mail.outbox) == ["gus", "kim"]


def test_one_click_ends_it_and_deletes_the_address(
    client: Client, issue: Issue, subscribed: Subscribed
) -> None:
    subscribed("gus")
    work()
    (letter,) = mail.outbox
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    (way,) = letter.extra_headers["List-Unsubscribe"].split(", ")
    path = way.strip("<>").removeprefix("http://127.0.0.1:8000")
    assert client.get(path).status_code == 200
    assert Subscriber.objects.exists()
    for site in ("cross-site", "none"):  # a mail program may be a page of another site
        answer = client.post(path, {"List-Unsubscribe": "One-Click"}, HTTP_SEC_FETCH_SITE=site)
        assert answer.status_code == 200
    assert not Subscriber.objects.exists()
    issue.refresh_from_db()
    assert issue.unsubscribed == 1


def test_a_worker_that_dies_while_handing_over_sends_it_to_nobody_twice(
    issue: Issue, subscribed: Subscribed
) -> None:
    subscribed("gus")
    subscribed("ann")

    class Killed(BaseException):
        pass

    with failing(Killed()), pytest.raises(Killed):  # type: ignore[arg-type]
        send_newsletter()
    work()
    assert len(mail.outbox) == 1
    assert Delivery.objects.filter(state=State.HANDING).count() == 1
    Delivery.objects.update(handed_at=timezone.now() - DEAD_AFTER - timedelta(seconds=1))
    work()
    assert len(mail.outbox) == 1
    lost = Delivery.objects.get(state=State.UNKNOWN)
    issue.refresh_from_db()
    assert issue.state == "sent"
    assert send_unknown_again(issue=issue) == 1
    work()
    assert len(mail.outbox) == 2
    assert mail.outbox[1].extra_headers["Message-ID"].startswith(f"<issue-{issue.pk}-{lost.pk}-")


def test_a_server_that_breaks_off_leaves_it_unknown_and_the_others_wait(
    issue: Issue, subscribed: Subscribed
) -> None:
    subscribed("gus")
    subscribed("ann")
    with failing(smtplib.SMTPServerDisconnected()):
        assert send_newsletter() == 0
    states = sorted(Delivery.objects.values_list("state", flat=True))
    assert states == ["unknown", "waiting"]
    work()
    assert len(mail.outbox) == 1


def test_a_server_that_says_later_is_asked_later(issue: Issue, subscribed: Subscribed) -> None:
    subscribed("gus")
    with failing(smtplib.SMTPDataError(451, b"Later")):
        send_newsletter()
    delivery = Delivery.objects.get()
    assert delivery.state == State.WAITING and delivery.not_before
    Delivery.objects.update(not_before=None)
    work()
    assert len(mail.outbox) == 1


def test_an_address_that_takes_no_mail_is_not_written_to_again(
    issue: Issue, subscribed: Subscribed
) -> None:
    subscriber = subscribed("gus")
    refused = smtplib.SMTPRecipientsRefused({subscriber.email: (550, b"No such user")})
    with failing(refused):
        work()
    assert Suppression.objects.get().why == "bounce"
    assert not Subscriber.objects.exists()
    assert "gus" not in str(Suppression.objects.values())


def test_a_paused_issue_waits_until_it_goes_on(issue: Issue, subscribed: Subscribed) -> None:
    subscribed("gus")
    Issue.objects.filter(pk=issue.pk).update(state="sending", started_at=timezone.now())
    Delivery.objects.create(issue=issue, subscriber=Subscriber.objects.get())
    assert pause_issue(issue=issue)
    work()
    assert not mail.outbox
    assert resume_issue(issue=issue)
    work()
    assert len(mail.outbox) == 1


def test_what_was_withdrawn_is_left_out_and_an_empty_issue_goes_to_nobody(
    issue: Issue, article: Article, subscribed: Subscribed
) -> None:
    subscribed("gus")
    withdraw_article(article=article, note="It was wrong.")
    work()
    issue.refresh_from_db()
    assert issue.state == "draft"
    assert not mail.outbox


def test_an_issue_that_went_out_stays_as_it_is(
    issue: Issue, article: Article, subscribed: Subscribed
) -> None:
    subscribed("gus")
    work()
    with pytest.raises(NotEditable):
        change_issue(issue=issue, title="Another title")
    with pytest.raises(NotEditable):
        pick_article(issue=issue, article=article)


def test_articles_can_be_moved(issue: Issue, article: Article) -> None:
    second = publish_article(article=create_article(title="Second", body_html="<p>B.</p>"))
    row = pick_article(issue=issue, article=second)
    move_article(issue=issue, picked=row, by=-1)
    assert [each.article for each in issue.picked.all()] == [second, article]
    move_article(issue=issue, picked=row, by=-1)
    assert [each.article for each in issue.picked.all()] == [second, article]


def test_a_server_that_has_the_site_on_a_list_stops_no_address(
    issue: Issue, subscribed: Subscribed
) -> None:
    subscriber = subscribed("gus")
    listed = smtplib.SMTPRecipientsRefused({subscriber.email: (550, b"5.7.1 You are listed")})
    with failing(listed):
        send_newsletter()
    assert Subscriber.objects.exists() and not Suppression.objects.exists()
    Delivery.objects.update(not_before=None)
    work()
    assert len(mail.outbox) == 1
