"""Flagging as a reader does it, and what a moderator sees of it."""

from collections.abc import Callable

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from articles.models import Article
from community.members.models import Member
from community.moderation.decisions.actions import keep_comment, remove_comment
from community.moderation.flags.actions import Flagger, flag_comment
from community.moderation.flags.guests import flag_token
from community.moderation.flags.reading import FLAGS_SHOWN
from community.moderation.flags.views import FLAGS_A_PAGE
from community.moderation.models import Flag
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from tests.moderation_pages import page, text, words


def signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member)
    return client


@pytest.fixture
def comment(thread: Thread, alice: Member) -> Comment:
    return post_comment(thread=thread, author=alice, text="You are all lazy.").comment


def where(comment: Comment) -> str:
    return f"/comments/{comment.pk}/flag/"


def parsed(response) -> LexborHTMLParser:
    return LexborHTMLParser(response.content.decode())


def test_every_reader_finds_the_link_below_a_comment(comment: Comment, bob: Member) -> None:
    address = comment.thread.article.get_absolute_url()
    for client in (Client(), signed_in(bob)):
        link = page(client, address).css_first(f"#comment-{comment.pk} .flag-link")
        assert link and link.attributes["href"] == where(comment)


def test_nobody_is_offered_to_flag_their_own_words(comment: Comment, alice: Member) -> None:
    address = comment.thread.article.get_absolute_url()
    found = page(signed_in(alice), address)
    assert found.css_first(f"#comment-{comment.pk} .flag-link") is None


def test_reading_still_sets_no_cookie(comment: Comment) -> None:
    client = Client()
    client.get(comment.thread.article.get_absolute_url())
    client.get(where(comment))
    assert not client.cookies


def test_a_member_flags_and_finds_it_in_the_account(comment: Comment, bob: Member) -> None:
    client = signed_in(bob)
    sent = {"reason": "attack", "words": "The second sentence"}
    shown = client.post(where(comment), sent, follow=True).content.decode()
    assert "Nobody learns that it was you" in shown and "The second sentence" in shown
    assert Flag.objects.get().flagger == bob
    again = client.post(where(comment), sent, follow=True).content.decode()
    assert "You had flagged it before." in again and Flag.objects.count() == 1


def test_a_guest_flags_sees_the_status_and_takes_it_back(comment: Comment) -> None:
    client = Client()
    response = client.post(where(comment), {"reason": "selling", "email": "gus@people.example"})
    status = response["Location"]
    assert "Thank you" in client.get(status).content.decode()
    assert Flag.objects.get().email == "gus@people.example"
    client.post(status.partition("?")[0] + "take-back/")
    assert not Flag.objects.exists()


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({}, "Please choose what fits best."),
        ({"reason": "nonsense"}, "Select a valid choice"),
        ({"reason": "other"}, "Please say in a few words what is wrong."),
        ({"reason": "attack", "email": "gus"}, "Please write the whole address"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_stored(
    comment: Comment, sent: dict[str, str], says: str
) -> None:
    response = Client().post(where(comment), {"words": "", **sent})
    assert response.status_code == 422 and says in response.content.decode()
    assert not Flag.objects.exists()


def test_own_words_that_are_too_long_come_back_whole(comment: Comment) -> None:
    long = "x" * 1_001
    found = parsed(Client().post(where(comment), {"reason": "other", "words": long}))
    assert found.css_first("textarea").text().strip() == long and not Flag.objects.exists()


def test_another_site_cannot_flag_in_somebodys_name(comment: Comment) -> None:
    headers = {"Origin": "https://evil.example"}
    answer = Client().post(where(comment), {"reason": "attack"}, headers=headers)
    assert answer.status_code == 403 and not Flag.objects.exists()


def test_who_worries_about_somebody_is_shown_help_lines(comment: Comment) -> None:
    client = Client(headers={"Accept-Language": "sv-SE"})
    shown = client.post(where(comment), {"reason": "worried"}, follow=True).content.decode()
    assert "90101" in shown


def test_what_stands_under_a_draft_cannot_be_flagged(comment: Comment) -> None:
    Article.objects.update(state=Article.State.DRAFT)
    assert Client().get(where(comment)).status_code == 404


def test_who_says_something_else_later_gets_the_words_back_and_is_told_how_to_change_it(
    comment: Comment, bob: Member
) -> None:
    client = signed_in(bob)
    client.post(where(comment), {"reason": "attack"})
    response = client.post(where(comment), {"reason": "selling", "words": "And it sells."})
    found = parsed(response)
    assert response.status_code == 422 and Flag.objects.get().reason == "attack"
    assert "You flagged this comment before" in words(found.css_first("main"))
    assert found.css_first("textarea").text().strip() == "And it sells."
    assert found.css_first(".onward").attributes["href"] == "/account/flags/"


def test_every_reason_has_a_line_that_explains_it(comment: Comment) -> None:
    found = page(Client(), where(comment))
    hints = [words(hint) for hint in found.css(".explained")]
    assert len(hints) == len(Flag.Reason) == len(set(hints))


def test_what_is_not_visible_cannot_be_flagged(thread: Thread, nadia: Member) -> None:
    hidden = post_comment(thread=thread, author=nadia, text="Waiting words").comment
    assert Client().get(where(hidden)).status_code == 404


@pytest.mark.parametrize("token", ["x", "1-", "1-abc", "²-1", "9" * 30 + "-1"])
def test_a_wrong_link_opens_nothing(comment: Comment, token: str) -> None:
    assert Client().get(f"/flags/{token}/").status_code == 404


def test_a_members_flag_has_no_guests_link(comment: Comment, bob: Member) -> None:
    flag = flag_comment(comment=comment, flagger=Flagger(bob), reason="attack").flag
    assert Client().get(f"/flags/{flag_token(flag)}/").status_code == 404


def test_a_moderator_reads_what_was_said_and_never_by_whom(
    comment: Comment, bob: Member, mo: Member
) -> None:
    sent = {"reason": "attack", "words": "Look at the end", "comment": comment}
    flag_comment(flagger=Flagger(bob), **sent)
    flag_comment(flagger=Flagger(guest_key="g"), **sent)
    shown = text(signed_in(mo), f"/moderation/comments/{comment.pk}/")
    assert "What readers say" in shown and "Look at the end" in shown
    assert "by a member of whose flags none was answered yet" in shown and "by a guest" in shown
    assert "Bob" not in shown


def test_the_flagged_lane_holds_it(comment: Comment, bob: Member, mo: Member) -> None:
    flag_comment(comment=comment, flagger=Flagger(bob), reason="attack")
    shown = text(signed_in(mo), "/moderation/?lane=flagged")
    assert "You are all lazy." in shown and "Flagged" in shown


def test_of_very_many_flags_the_newest_are_shown(comment: Comment, mo: Member) -> None:
    for number in range(FLAGS_SHOWN + 1):
        Flag.objects.create(
            comment=comment, guest_key=str(number), reason="other", words=f"Words {number}.",
            snapshot="", version=1,
        )  # fmt: skip
    shown = text(signed_in(mo), f"/moderation/comments/{comment.pk}/")
    assert "Words 20." in shown and "Words 0." not in shown


def test_a_member_sees_the_newest_flags(grow: Callable, bob: Member) -> None:
    for number, each in enumerate(grow(FLAGS_A_PAGE + 1)):
        Flag.objects.create(
            comment=each, flagger=bob, reason="other", words=f"Words {number}.", snapshot="",
            version=1,
        )  # fmt: skip
    shown = text(signed_in(bob), "/account/flags/")
    assert "Words 30." in shown and "Words 0." not in shown


def test_the_page_of_ones_flags_leads_to_the_comment_while_it_can_be_read(
    comment: Comment, bob: Member, mo: Member
) -> None:
    flag_comment(comment=comment, flagger=Flagger(bob), reason="attack")
    client = signed_in(bob)

    def link() -> str:
        return page(client, "/account/flags/").css_first("h2 a").attributes["href"]

    assert link() == comment.get_absolute_url()
    comment.refresh_from_db()
    remove_comment(comment=comment, moderator=mo, version=1, ground="attack")
    assert link() == comment.thread.article.get_absolute_url() + "#thread"
    assert client.get(link()).status_code == 200


def test_a_flag_that_was_answered_can_no_longer_be_taken_back(
    comment: Comment, bob: Member, mo: Member
) -> None:
    flag = flag_comment(comment=comment, flagger=Flagger(bob), reason="attack").flag
    comment.refresh_from_db()
    keep_comment(comment=comment, moderator=mo, version=1)
    client = signed_in(bob)
    told = client.post(f"/account/flags/{flag.pk}/take-back/", follow=True).content.decode()
    assert "A moderator has answered this flag already." in told
    found = page(client, "/account/flags/")
    assert "left it as it is" in words(found.css_first("main"))
    assert found.css_first("main form") is None
