"""Composing an issue at the desk, by buttons alone."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from articles.library.actions import create_article, publish_article
from articles.models import Article, Issue
from articles.newsletter.actions import subscribe
from articles.newsletter.models import OPENING_MAX, TEASER_MAX
from articles.newsletter.sending import send_newsletter
from community.members.models import Member


@pytest.fixture
def desk(client: Client, stefan: Member) -> Client:
    """Stefan at the desk."""
    client.force_login(stefan)
    return client


@pytest.fixture
def articles(db: None) -> list[Article]:
    """Three articles to pick."""
    made = (create_article(title=f"Article {n}", body_html="<p>Words.</p>") for n in range(3))
    return [publish_article(article=article) for article in made]


@pytest.fixture
def issue(desk: Client) -> Issue:
    """A draft."""
    desk.post("/desk/newsletter/")
    return Issue.objects.get()


def do(desk: Client, issue: Issue, what: str, **more: Any) -> Any:
    given = {"title": "News", "subject": "", "opening": "Hello", "for_weekly": "on", "do": what}
    return desk.post(f"/desk/newsletter/{issue.pk}/", given | more)


def test_an_issue_is_composed_tried_and_sent(
    desk: Client, issue: Issue, articles: list[Article], stefan: Member
) -> None:
    for article in articles:
        do(desk, issue, f"pick:{article.pk}")
    rows = list(issue.picked.all())
    do(desk, issue, f"up:{rows[2].pk}")
    do(desk, issue, f"drop:{rows[0].pk}")
    do(desk, issue, "save", **{f"teaser-{rows[2].pk}": "Read this first."})
    assert [row.article for row in issue.picked.all()] == [articles[2], articles[1]]
    do(desk, issue, "test")
    (letter,) = mail.outbox
    assert letter.to == [stefan.email] and "Read this first." in letter.body
    do(desk, issue, "now")
    issue.refresh_from_db()
    assert (issue.state, issue.subject) == ("scheduled", "News")
    subscribe(address="gus@people.example", rhythm="weekly")
    send_newsletter()
    page = desk.get(f"/desk/newsletter/{issue.pk}/").content.decode()
    assert "Not known" in page
    assert issue.log.filter(act__startswith="to be sent").exists()


def test_a_mail_server_that_is_away_costs_no_word(
    desk: Client, issue: Issue, articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*given: Any, **named: Any) -> int:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMultiAlternatives.send", away)
    page = do(desk, issue, "test", opening="Words that stay")
    assert page.status_code == 302
    issue.refresh_from_db()
    assert issue.opening == "Words that stay"
    assert b"did not take it" in desk.get(page.url).content


def test_dragging_says_the_whole_order(desk: Client, issue: Issue, articles: list[Article]) -> None:
    for article in articles:
        do(desk, issue, f"pick:{article.pk}")
    keys = [str(row.pk) for row in issue.picked.all()]
    do(desk, issue, "order:" + ",".join(reversed(keys)))
    assert [str(row.pk) for row in issue.picked.all()] == keys[::-1]


def test_what_goes_to_nobody_or_holds_nothing_is_not_sent(
    desk: Client, issue: Issue, articles: list[Article]
) -> None:
    do(desk, issue, "now")
    do(desk, issue, f"pick:{articles[0].pk}")
    do(desk, issue, "now", for_weekly="")
    issue.refresh_from_db()
    assert issue.state == "draft"


def test_an_issue_is_sent_at_a_time_and_can_be_kept_back(
    desk: Client, issue: Issue, articles: list[Article]
) -> None:
    do(desk, issue, f"pick:{articles[0].pk}")
    assert do(desk, issue, "later", send_at="2020-01-01T08:00").status_code == 422
    do(desk, issue, "later", send_at="2099-01-01T08:00")
    issue.refresh_from_db()
    assert issue.state == "scheduled" and issue.send_at and issue.send_at > timezone.now()
    do(desk, issue, "draft")
    issue.refresh_from_db()
    assert issue.state == "draft"


def test_words_that_are_too_long_come_back_whole(desk: Client, issue: Issue) -> None:
    words = "x" * (OPENING_MAX + 1)
    page = do(desk, issue, "save", opening=words)
    assert page.status_code == 422 and words in page.content.decode()


def test_a_teaser_that_is_too_long_comes_back_whole(
    desk: Client, issue: Issue, articles: list[Article]
) -> None:
    do(desk, issue, f"pick:{articles[0].pk}")
    row = issue.picked.get()
    page = do(desk, issue, "save", **{f"teaser-{row.pk}": "y" * (TEASER_MAX + 5)})
    assert page.status_code == 422
    assert "y" * (TEASER_MAX + 5) in page.content.decode()


@pytest.mark.parametrize("path", ["html/", "html/?theme=dark", "text/"])
def test_an_issue_is_seen_as_mail_programs_show_it(desk: Client, issue: Issue, path: str) -> None:
    page = desk.get(f"/desk/newsletter/{issue.pk}/{path}")
    assert page.status_code == 200
    assert "Unsubscribe" in page.content.decode()
    if path != "text/":
        assert "sandbox" in page.headers["Content-Security-Policy"]


def test_articles_are_found_by_words_of_their_titles(
    desk: Client, issue: Issue, articles: list[Article]
) -> None:
    page = desk.get(f"/desk/newsletter/{issue.pk}/?q=article+2").content.decode()
    assert page.count(">Pick<") == 1


def test_sending_is_paused_and_goes_on(desk: Client, issue: Issue) -> None:
    Issue.objects.update(state="sending", started_at=timezone.now())
    desk.post(f"/desk/newsletter/{issue.pk}/going/", {"do": "pause"})
    issue.refresh_from_db()
    assert issue.state == "paused"
    desk.post(f"/desk/newsletter/{issue.pk}/going/", {"do": "resume"})
    issue.refresh_from_db()
    assert issue.state == "sending"
