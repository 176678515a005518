"""The letters of the newsletter, as text and HTML: no pictures, no tracking, links as they are."""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from articles.newsletter.links import link, token_of
from articles.newsletter.models import Delivery, Issue, IssueArticle, Subscriber
from articles.newsletter.returned import NAME
from articles.proofs.letters import leave_headers, letter_name, returning


@dataclass(frozen=True)
class Words:
    """An issue in both forms."""

    text: str
    html: str


def shown_articles(issue: Issue) -> list[IssueArticle]:
    """The picked articles that readers can see now, in their order."""
    picked = issue.picked.select_related("article__source")
    return [row for row in picked if row.article.is_published]


def words_of(issue: Issue, leave: str, choose: str) -> Words:
    """An issue with the links by which somebody leaves and chooses."""
    context = {
        "issue": issue,
        "picked": shown_articles(issue),
        "leave_link": leave,
        "choose_link": choose,
        "web_link": settings.SITE_URL + issue.get_absolute_url(),
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
    }
    return Words(
        render_to_string("articles/newsletter/mail/issue.txt", context),
        render_to_string("articles/newsletter/mail/issue.html", context),
    )


def issue_letter(delivery: Delivery) -> EmailMultiAlternatives:
    """The letter of one delivery; sent again, it has the same Message-ID."""
    subscriber = delivery.subscriber
    assert subscriber is not None
    leave = link(subscriber, "newsletter_leave")
    words = words_of(delivery.issue, leave, link(subscriber, "newsletter_choices"))
    message = EmailMultiAlternatives(
        delivery.issue.subject,
        words.text,
        to=[subscriber.email],
        **returning(
            {
                "Message-ID": letter_name(f"issue-{delivery.issue_id}", delivery.pk),
                "List-Id": f"<newsletter.{settings.SITE_HOST}>",
                "Precedence": "bulk",
            }
            | leave_headers(NAME, token_of(subscriber), leave)
        ),
    )
    message.attach_alternative(words.html, "text/html")
    return message


def test_letter(issue: Issue, address: str) -> EmailMultiAlternatives:
    """The issue for whoever composes it."""
    place = settings.SITE_URL + "/newsletter/"
    words = words_of(issue, place, place)
    message = EmailMultiAlternatives(f"Test: {issue.subject}", words.text, to=[address])
    message.attach_alternative(words.html, "text/html")
    return message


def subscriber_letter(subscriber: Subscriber) -> EmailMultiAlternatives:
    """What a subscriber is sent because somebody typed the address: to confirm, or to choose."""
    is_asked = subscriber.letter == Subscriber.Letter.CONFIRM
    page = "newsletter_confirm" if is_asked else "newsletter_choices"
    context = {
        "is_asked": is_asked,
        "link": link(subscriber, page),
        "subscriber": subscriber,
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
    }
    subject = f"Please confirm: the newsletter of {settings.SITE_NAME}"
    if not is_asked:
        subject = f"The newsletter of {settings.SITE_NAME}: your choices"
    message = EmailMultiAlternatives(
        subject,
        render_to_string("articles/newsletter/mail/subscriber.txt", context),
        to=[subscriber.email],
        **returning(
            {
                "Message-ID": letter_name(f"subscriber-{subscriber.pk}", subscriber.letters),
                "Auto-Submitted": "auto-generated",
            }
        ),
    )
    html = render_to_string("articles/newsletter/mail/subscriber.html", context)
    message.attach_alternative(html, "text/html")
    return message
