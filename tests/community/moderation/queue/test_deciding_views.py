"""Taking decisions on the page, and what comes after."""

from collections.abc import Callable
from unittest.mock import patch

import pytest
from django.http import HttpResponse
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from community.members.models import Member
from community.moderation.decisions.actions import approve_comment, reject_comment, remove_comment
from community.moderation.decisions.forms import WORDS_MAX
from community.moderation.models import Decision
from community.threads.actions import edit_comment, withdraw_comment
from community.threads.models import Comment
from community.threads.posting.submissions import Guest

Say = Callable[..., Comment]


def address(comment: Comment) -> str:
    return f"/moderation/comments/{comment.pk}/"


def send(client: Client, comment: Comment, decision: str, **fields: object) -> HttpResponse:
    data = {"decision": decision, "version": comment.version, **fields}
    return client.post(address(comment), data)


def state(comment: Comment) -> str:
    return Comment.objects.get(pk=comment.pk).state


def main(response: HttpResponse) -> str:
    found = LexborHTMLParser(response.content.decode()).css_first("main")
    return " ".join(found.text().split())


def told(client: Client, response: HttpResponse) -> str:
    """What the page says on which the decision led."""
    return main(client.get(response["Location"]))


def test_approving_leads_on_to_the_next(say: Say, as_mo: Client) -> None:
    first, second = say("One"), say("Two")
    response = send(as_mo, first, "approve")
    assert (response.status_code, response["Location"]) == (302, address(second))
    assert state(first) == "visible"
    assert "Approved. Everybody can read the comment by Gus now." in told(as_mo, response)


def test_after_the_last_one_the_most_urgent_comes_again(say: Say, as_mo: Client) -> None:
    first, _, third = say("One"), say("Two"), say("Three")
    assert send(as_mo, third, "approve")["Location"] == address(first)


def test_after_the_only_one_the_queue_is_empty(say: Say, as_mo: Client) -> None:
    response = send(as_mo, say(), "approve")
    assert response["Location"] == "/moderation/"
    assert "Nothing waits" in told(as_mo, response)


def test_ones_own_comment_is_not_the_next(say: Say, mo: Member, as_mo: Client) -> None:
    first = say("One")
    own = say("Words of Mo, ring 030 1234567", mo)
    last = say("Three")
    Comment.objects.filter(pk__in=(first.pk, own.pk, last.pk)).update(urgency=10)
    assert own.state == "pending"
    assert send(as_mo, first, "approve")["Location"] == address(last)


def test_rejecting_gives_a_reason_and_own_words(say: Say, nadia: Member, as_mo: Client) -> None:
    comment = say("Words", nadia)
    fields = {"ground": "off_topic", "words": "Please ask under the other article."}
    response = send(as_mo, comment, "reject", **fields)
    row = Decision.objects.get()
    assert (row.kind, row.ground, row.words) == ("reject", *fields.values())
    assert "Not published. Nadia is told why, and gets the words back." in told(as_mo, response)


@pytest.mark.parametrize(
    ("guest", "sentence"),
    [
        (Guest("Gus", "gus@people.example"), "Gus is told why"),
        (Guest("Gus"), "Gus left no address; the reason stands on the receipt page."),
    ],
)
def test_it_says_how_a_guest_learns_of_it(
    say: Say, as_mo: Client, guest: Guest, sentence: str
) -> None:
    response = send(as_mo, say("Words", guest), "reject", ground="off_topic")
    assert sentence in told(as_mo, response)


def test_without_a_reason_nothing_is_rejected_and_the_words_stay(say: Say, as_mo: Client) -> None:
    comment = say()
    response = send(as_mo, comment, "reject", words="My own words")
    assert response.status_code == 200 and state(comment) == "pending"
    found = LexborHTMLParser(response.content.decode())
    assert "Please choose a reason" in found.css_first(".error-summary").text()
    assert found.css_first("#reject_words").text().strip() == "My own words"
    assert "open" in found.css_first("details[data-key=r]").attributes


def test_another_reason_needs_own_words(say: Say, as_mo: Client) -> None:
    comment = say()
    response = send(as_mo, comment, "reject", ground="other", words="  ")
    assert "Please say in your own words what the reason is." in main(response)
    assert state(comment) == "pending"
    send(as_mo, comment, "reject", ground="other", words="It is a letter to somebody else.")
    assert state(comment) == "rejected"


def test_own_words_have_a_limit_and_come_back_whole(say: Say, as_mo: Client) -> None:
    comment, words = say(), "w" * (WORDS_MAX + 1)
    response = send(as_mo, comment, "reject", ground="off_topic", words=words)
    assert words in response.content.decode() and state(comment) == "pending"


def test_removing_and_restoring_stay_with_the_comment(
    say: Say, alice: Member, as_mo: Client
) -> None:
    comment = say("Words", alice)
    response = send(as_mo, comment, "remove", ground="attack")
    assert (response["Location"], state(comment)) == (address(comment), "removed")
    assert "Removed. Alice is told why" in told(as_mo, response)
    response = send(as_mo, comment, "restore", words="A mistake of ours.")
    assert (response["Location"], state(comment)) == (address(comment), "visible")


def test_the_second_is_told_who_was_first_when_what_and_why(
    say: Say, mia: Member, as_mo: Client
) -> None:
    comment, following = say("One"), say("Two")
    reject_comment(
        comment=comment, moderator=mia, version=1, ground="selling", words="No offers, please."
    )
    response = send(as_mo, comment, "reject", ground="off_topic", words="Words of Mo")
    assert response.status_code == 409
    shown = main(response)
    assert "Mia was first" in shown
    assert (
        "Mia, just now: not published. Sells or advertises something. “No offers, please.”" in shown
    )
    assert "was not recorded" in shown and "Words of Mo" in shown
    assert f'href="{address(following)}"' in response.content.decode()
    assert Decision.objects.count() == 1


def test_a_double_click_decides_once_and_leads_on(say: Say, as_mo: Client) -> None:
    first, second = say("One"), say("Two")
    for _ in range(2):
        response = send(as_mo, first, "approve")
        assert (response.status_code, response["Location"]) == (302, address(second))
    assert Decision.objects.count() == 1


def test_a_second_click_after_somebody_changed_it_is_told(
    say: Say, mia: Member, as_mo: Client
) -> None:
    comment = say()
    send(as_mo, comment, "approve")
    remove_comment(comment=comment, moderator=mia, version=1, ground="attack")
    response = send(as_mo, comment, "approve")
    assert response.status_code == 409 and "Mia was first" in main(response)


def test_what_was_taken_back_meanwhile_is_explained(
    say: Say, nadia: Member, mo: Member, as_mo: Client
) -> None:
    comment = say("Words", nadia)
    approve_comment(comment=comment, moderator=mo, version=1)
    edit_comment(comment=comment, author=nadia, text="Other words")
    withdraw_comment(comment=comment, author=nadia)
    response = send(as_mo, comment, "approve")
    assert response.status_code == 409
    assert "The comment was taken back" in main(response)
    assert "was first" not in main(response)


def test_changed_words_are_shown_and_asked_about_again(
    say: Say, nadia: Member, as_mo: Client
) -> None:
    comment = say("I rest for ten minutes.", nadia)
    edit_comment(comment=comment, author=nadia, text="I rest for twenty minutes.")
    response = send(as_mo, comment, "reject", version=1, ground="off_topic", words="Words of Mo")
    assert response.status_code == 409 and not Decision.objects.exists()
    found = LexborHTMLParser(response.content.decode())
    assert "The words changed while you were reading" in found.css_first("[role=alert]").text()
    assert found.css_first("[role=alert] .case-words ins").text() == "twenty"
    assert found.css_first("#reject_version").attributes["value"] == "2"
    assert found.css_first("#reject_words").text().strip() == "Words of Mo"
    chosen = found.css_first("#reject_ground option[selected]")
    assert chosen.attributes["value"] == "off_topic"
    send(as_mo, comment, "reject", version=2, ground="off_topic", words="Words of Mo")
    assert Decision.objects.get().version == 2


def test_ones_own_comment_cannot_be_decided(say: Say, mo: Member, as_mo: Client) -> None:
    comment = say("Ring 030 1234567", mo)
    response = send(as_mo, comment, "approve")
    assert response.status_code == 403 and state(comment) == "pending"
    assert "Somebody else decides on your own comments." in main(response)


@pytest.mark.parametrize("decision", ["", "nonsense", "APPROVE"])
def test_a_decision_that_is_none_changes_nothing(say: Say, as_mo: Client, decision: str) -> None:
    comment = say()
    assert send(as_mo, comment, decision)["Location"] == address(comment)
    assert state(comment) == "pending"


@pytest.mark.parametrize("version", ["", "x", "0", "-1", "9" * 30])
def test_without_the_version_that_was_read_nothing_is_decided(
    say: Say, as_mo: Client, version: str
) -> None:
    comment = say()
    assert send(as_mo, comment, "approve", version=version).status_code in (200, 409)
    assert state(comment) == "pending"


def test_a_form_without_its_token_is_refused(say: Say, mo: Member) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(mo)
    comment = say()
    assert send(client, comment, "approve").status_code == 403
    assert state(comment) == "pending"


def test_who_is_not_signed_in_is_asked_to(say: Say) -> None:
    comment = say()
    response = send(Client(), comment, "approve")
    assert response["Location"].startswith("/account/login/?next=/moderation/comments/")
    assert state(comment) == "pending"


@pytest.mark.parametrize("method", ["get", "post", "head"])
def test_for_members_there_is_no_such_page(say: Say, alice: Member, method: str) -> None:
    client = Client()
    client.force_login(alice)
    comment = say()
    with patch("community.moderation.queue.views.find_comment") as find:
        for where in ("/moderation/", address(comment), "/moderation/comments/999999/"):
            assert getattr(client, method)(where).status_code == 404
    assert not find.called
    assert state(comment) == "pending"


def test_a_comment_that_is_not_there_is_not_found(as_mo: Client) -> None:
    for pk in (999_999, 10**30):
        assert as_mo.get(f"/moderation/comments/{pk}/").status_code == 404


def test_other_methods_are_not_allowed(say: Say, as_mo: Client) -> None:
    assert as_mo.put(address(say())).status_code == 405
    assert as_mo.post("/moderation/").status_code == 405
    assert as_mo.post("/moderation/log/").status_code == 405
