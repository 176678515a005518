"""Mail that comes back stops the newsletter to an address, and mail that asks for it ends it."""

from email.message import EmailMessage

import pytest
from django.core import mail

from articles.models import Delivery, Issue, Subscriber, Suppression
from articles.newsletter.actions import BOUNCES_MAX, create_issue, pick_article, schedule_issue
from articles.newsletter.links import token_of
from articles.newsletter.returned import leave_by_mail, take_returned
from articles.proofs.letters import letter_name, read_letter_name
from common.mail import read_leaving, read_returned
from tests.articles.newsletter.test_sending import Subscribed, work
from tests.common.mail.test_returned import NAMED, bounce, report

COMPLAINT = report(
    "feedback-report", "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\n"
)


def come_back(data: bytes, delivery: Delivery) -> str:
    """A report about the letter of a delivery arrives."""
    name = letter_name(f"issue-{delivery.issue_id}", delivery.pk)
    found = read_returned(data.replace(NAMED.encode(), name.encode()))
    assert found is not None
    return take_returned(found)


def send_another(issue: Issue) -> Delivery:
    """One more issue goes out; returns its delivery."""
    made = create_issue(title="Another one")
    pick_article(issue=made, article=issue.picked.get().article)
    schedule_issue(issue=made, at=made.made_at)
    work()
    return Delivery.objects.get(issue=made)


@pytest.mark.parametrize(("data", "why"), [(bounce("5.1.1"), "bounce"), (COMPLAINT, "complaint")])
def test_returned_mail_and_complaints_stop_it(
    issue: Issue, subscribed: Subscribed, data: bytes, why: str
) -> None:
    subscribed("gus")
    work()
    delivery = Delivery.objects.get()
    assert come_back(data, delivery) == "stopped"
    assert Suppression.objects.get().why == why
    assert come_back(data, delivery) == "nothing"


def test_so_many_issues_in_a_row_that_come_back_for_now_stop_it(
    issue: Issue, subscribed: Subscribed
) -> None:
    subscribed("gus")
    work()
    sent = [Delivery.objects.get(), *(send_another(issue) for _ in range(BOUNCES_MAX))]
    for delivery in sent[: BOUNCES_MAX - 1]:
        assert come_back(bounce("4.2.2"), delivery) == "counted"
    assert not Suppression.objects.exists()
    come_back(bounce("4.2.2"), sent[BOUNCES_MAX - 1])  # a newer one is still on its way
    assert Suppression.objects.exists() and not Subscriber.objects.exists()


def test_an_issue_whose_way_is_reported_again_and_again_counts_once(
    issue: Issue, subscribed: Subscribed
) -> None:
    subscribed("gus")
    work()
    for _ in range(BOUNCES_MAX + 1):
        come_back(bounce("4.2.2", "delayed"), Delivery.objects.get())
    assert Subscriber.objects.exists()


def test_an_issue_that_arrived_ends_the_row(issue: Issue, subscribed: Subscribed) -> None:
    subscribed("gus")
    work()
    sent = [Delivery.objects.get(), *(send_another(issue) for _ in range(2 * BOUNCES_MAX))]
    for number, delivery in enumerate(sent):
        if number % BOUNCES_MAX:  # one that arrives, two that do not
            come_back(bounce("4.2.2"), delivery)
    assert Subscriber.objects.exists()


def test_a_letter_to_confirm_that_is_put_off_is_no_matter(subscribed: Subscribed) -> None:
    name = letter_name(f"subscriber-{subscribed('gus').pk}", 1)
    found = read_returned(bounce("4.2.2").replace(NAMED.encode(), name.encode()))
    assert found is not None and take_returned(found) == "nothing"
    found = read_returned(bounce("5.1.1").replace(NAMED.encode(), name.encode()))
    assert found is not None and take_returned(found) == "stopped"


def test_a_report_about_a_letter_whose_name_was_guessed_stops_nothing(
    issue: Issue, subscribed: Subscribed
) -> None:
    gus = subscribed("gus")
    work()
    key = Delivery.objects.get().pk
    true = letter_name(f"issue-{issue.pk}", key)
    others = letter_name(f"issue-{issue.pk}", key + 1).rpartition("-")[2]
    for guess in (
        f"<issue-{issue.pk}-{key}@people.example>",
        f"<issue-{issue.pk}-{key}-{others}",
        f"<subscriber-{gus.pk}-1-{'0' * 16}@people.example>",
        f"<issue-{'9' * 30}-{key}-{others}",
        f"<issue-{issue.pk}-{'9' * 30}-{others}",
        true.replace("-", "-0", 1),
        true.replace("@", "0@"),
        "<---@x>",
    ):
        found = read_returned(bounce("5.1.1").replace(NAMED.encode(), guess.encode()))
        assert found is not None and take_returned(found) == "nothing"
        assert read_letter_name(guess) is None
    assert Subscriber.objects.exists()


def test_a_mail_from_the_header_of_a_letter_unsubscribes(
    issue: Issue, subscribed: Subscribed, settings: object
) -> None:
    settings.RETURN_ADDRESS = "returned@talk.example"  # type: ignore[attr-defined]
    subscribed("gus")
    work()
    (letter,) = mail.outbox
    assert letter.from_email == "returned@talk.example"
    assert letter.message()["From"] == settings.DEFAULT_FROM_EMAIL  # type: ignore[attr-defined]
    link, way = letter.extra_headers["List-Unsubscribe"].split(", ")
    assert link.startswith("<http") and way.startswith("<mailto:returned@talk.example?subject=")
    wish = EmailMessage()
    wish["Subject"] = way.rpartition("=")[2].strip(">").replace("%20", " ")
    found = read_leaving(wish.as_bytes())
    assert found is not None and found.what == "newsletter"
    assert leave_by_mail(found.token) == "unsubscribed"
    assert not Subscriber.objects.exists() and leave_by_mail(found.token) == "nothing"


def test_a_token_that_is_none_unsubscribes_nobody(subscribed: Subscribed) -> None:
    true = token_of(subscribed("gus"))
    wrong = true[:-1] + ("0" if true[-1] != "0" else "1")
    for token in (wrong, "", "17", f"{true}0", "9" * 40 + "-0"):
        assert leave_by_mail(token) == "nothing"
    assert Subscriber.objects.exists()


def test_without_an_address_for_it_no_letter_offers_to_unsubscribe_by_mail(
    issue: Issue, subscribed: Subscribed
) -> None:
    subscribed("gus")
    work()
    (letter,) = mail.outbox
    assert "mailto:" not in letter.extra_headers["List-Unsubscribe"]
