"""A member's page as its member, other members and visitors see it."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.library.actions import find_topics
from community.conversations.actions import start_conversation
from community.member_pages.actions import hide_from_page
from community.member_pages.models import LINE_MAX, HiddenComment, MemberPage, PageLine
from community.member_pages.reading import COMMENTS_A_PAGE, WORDS_SHOWN
from community.members.models import Member
from community.members.muting.mutes import muted_by
from community.notifications.follows.models import Follow
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from tests.community.member_pages.test_actions import INTEREST, save

EDIT = "/account/profile/"
SAID = {
    "journey": "Tired since 2011.",
    "relation": "patient",
    "interest": "",
    "audience": "members",
}


def shown(client: Client, member: Member, person: Member | None = None, query: str = "") -> str:
    """The main part of a member's page, to this person."""
    client.logout()
    if person:
        client.force_login(person)
    answer = client.get(member.get_absolute_url() + query)
    assert answer.status_code == 200
    page: str = answer.content.decode()
    return page.split("<main", 1)[1].split("</main>")[0]


def test_until_somebody_writes_more_a_page_says_the_name_and_since_when(
    client: Client, thread: Thread, alice: Member
) -> None:
    post_comment(thread=thread, author=alice, text="I rest before I am tired.")
    page = shown(client, alice)
    assert "Alice" in page and f"Member since {alice.joined_at:%B %Y}" in page
    assert "I rest" not in page and "Patient" not in page and alice.email not in page
    whole = client.get(alice.get_absolute_url()).content.decode()
    assert '<meta name="robots" content="noindex">' in whole and "canonical" not in whole


def test_names_in_comments_lead_to_the_page(
    client: Client, thread: Thread, alice: Member, gus: Any
) -> None:
    post_comment(thread=thread, author=alice, text="I rest before I am tired.")
    page = client.get(thread.article.get_absolute_url()).content.decode()
    assert f'<a href="{alice.get_absolute_url()}" itemprop="url">' in page
    guests = post_comment(thread=thread, author=gus, text="Words of a guest").comment
    Comment.objects.filter(pk=guests.pk).update(state="visible")
    assert "/members/" not in guests.piece


def test_a_member_writes_their_page(client: Client, alice: Member) -> None:
    client.force_login(alice)
    offered = client.get(EDIT).content.decode()
    assert "checked" in offered.split('value="members"', 1)[1].split(">", 1)[0]
    answer = client.post(EDIT, SAID, follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain[0][0] == alice.get_absolute_url()
    assert "Tired since 2011." in page and "Patient" in page and "Only members can see" in page


@pytest.mark.parametrize(
    ("audience", "visitor", "member"),
    [("everyone", True, True), ("members", False, True), ("nobody", False, False)],
)
def test_a_page_is_open_to_whom_the_member_chose(
    client: Client, alice: Member, bob: Member, audience: str, visitor: bool, member: bool
) -> None:
    save(alice, journey="Tired since 2011.", interest=INTEREST, audience=audience)
    for person, is_open in ((None, visitor), (bob, member), (alice, True)):
        page = shown(client, alice, person)
        assert ("Tired since 2011." in page) == is_open
        assert INTEREST in page, "what is disclosed is disclosed to everybody"
        assert ("shows this page to" in page) != is_open


def test_details_are_pointed_out_and_every_word_comes_back(client: Client, alice: Member) -> None:
    client.force_login(alice)
    sent = SAID | {"journey": "Mail me: alice@people.example", "interest": INTEREST}
    answer = client.post(EDIT, sent)
    page = answer.content.decode()
    assert answer.status_code == 422 and "an e-mail address: “alice@people.example”" in page
    assert "Mail me: alice@people.example</textarea>" in page and f"{INTEREST}</textarea>" in page
    assert not PageLine.objects.exists() and not MemberPage.objects.exists()


def test_a_line_that_is_too_long_comes_back_whole(client: Client, alice: Member) -> None:
    client.force_login(alice)
    words = (
        "Diagnosed after nine years and five doctors, now learning to rest before I am tired, to say "
        "no without a reason, and to be glad of small things: tea, the garden, a good night, and two "
        "patient cats who sleep."
    )[:LINE_MAX]
    assert len(words) == LINE_MAX and words.strip() == words
    answer = client.post(EDIT, SAID | {"journey": words + "x"})
    assert answer.status_code == 422 and f"{words}x</textarea>" in answer.content.decode()
    assert client.post(EDIT, SAID | {"journey": words}).status_code == 302


def test_words_on_their_way_when_the_session_ended_stand_there_again(
    client: Client, alice: Member
) -> None:
    answer = client.post(EDIT, SAID | {"shows_comments": "on"})
    page = answer.content.decode()
    assert answer.status_code == 403 and "Tired since 2011.</textarea>" in page
    assert f"/account/login/?next={EDIT}" in page and 'value="patient" selected' in page
    assert "checked" in page.split('name="shows_comments"', 1)[1].split(">", 1)[0]
    assert not MemberPage.objects.exists()


def test_words_of_danger_show_whom_to_call_and_are_seen_by_nobody_else(
    client: Client, alice: Member, bob: Member
) -> None:
    client.force_login(alice)
    page = client.post(EDIT, SAID | {"journey": "I want to kill myself."}).content.decode()
    assert "If things are very hard right now" in page and "Your words are kept" in page
    assert "kill myself" not in shown(client, alice, bob)
    own = shown(client, alice, alice)
    assert "I want to kill myself." in own and "Only you see this line" in own
    assert "I want to kill myself." in client.get(EDIT).content.decode()


def test_the_list_of_comments_is_for_its_writer_until_they_open_it(
    client: Client, thread: Thread, alice: Member, bob: Member
) -> None:
    post_comment(thread=thread, author=alice, text="I rest before I am tired.")
    assert "I rest before" in shown(client, alice, alice)
    assert "I rest before" not in shown(client, alice, bob)
    save(alice, shows_comments=True)
    assert "I rest before" in shown(client, alice, bob)


def test_a_comment_that_is_left_out_stays_in_its_thread(
    client: Client, thread: Thread, alice: Member, bob: Member
) -> None:
    comment = post_comment(thread=thread, author=alice, text="I rest before I am tired.").comment
    save(alice, shows_comments=True)
    client.force_login(alice)
    client.post(alice.get_absolute_url(), {"hide": comment.pk})
    assert "I rest before" not in shown(client, alice, bob)
    own = shown(client, alice, alice)
    assert "I rest before" in own and "not listed for others" in own
    assert "I rest before" in client.get(thread.article.get_absolute_url()).content.decode()
    client.post(alice.get_absolute_url(), {"show": comment.pk})
    assert "I rest before" in shown(client, alice, bob)


def test_nobody_leaves_out_what_others_wrote(
    client: Client, thread: Thread, alice: Member, bob: Member
) -> None:
    comment = post_comment(thread=thread, author=alice, text="I rest before I am tired.").comment
    client.force_login(bob)
    client.post(alice.get_absolute_url(), {"hide": comment.pk})
    assert client.post(bob.get_absolute_url(), {"hide": comment.pk}).status_code == 404
    assert not HiddenComment.objects.exists()


@pytest.mark.parametrize("state", ["pending", "rejected", "removed", "withdrawn"])
def test_only_what_readers_can_see_is_listed(
    client: Client, thread: Thread, alice: Member, bob: Member, state: str
) -> None:
    post_comment(thread=thread, author=alice, text="I rest before I am tired.")
    save(alice, shows_comments=True)
    Comment.objects.update(state=state)
    assert "I rest before" not in shown(client, alice, bob)


def test_what_stands_below_a_draft_is_not_listed(
    client: Client, thread: Thread, alice: Member, bob: Member
) -> None:
    post_comment(thread=thread, author=alice, text="I rest before I am tired.")
    save(alice, shows_comments=True)
    type(thread.article).objects.update(state="draft")
    assert "I rest before" not in shown(client, alice, bob)


def test_what_was_said_among_members_is_listed_for_members_only(
    client: Client, alice: Member, bob: Member
) -> None:
    topic = find_topics(["Sleep"])[0]
    start_conversation(
        topic=topic, author=alice, title="Nights", text="What helps you?", audience="members"
    )
    save(alice, shows_comments=True)
    assert "What helps you?" in shown(client, alice, bob)
    assert "What helps you?" not in shown(client, alice)


def test_comments_are_listed_page_by_page_with_as_many_queries(
    client: Client, thread: Thread, alice: Member, bob: Member, grow: Any
) -> None:
    save(alice, shows_comments=True)
    grow(2)

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            shown(client, alice, bob)
        return len(asked)

    queries()
    few = queries()
    comments = grow(COMMENTS_A_PAGE + 3)
    hide_from_page(comment=comments[0], member=alice)
    assert queries() == few
    page = shown(client, alice, bob)
    assert page.count("<h3>") == COMMENTS_A_PAGE
    before = page.split('href="?before=', 1)[1].split('"')[0]
    rest = shown(client, alice, bob, f"?before={before}")
    assert rest.count("<h3>") == 4 and "Earlier comments" not in rest


def test_of_long_comments_the_beginning_is_listed(
    client: Client, thread: Thread, alice: Member
) -> None:
    post_comment(thread=thread, author=alice, text="I walk.")
    Comment.objects.update(body="slowly " * WORDS_SHOWN)
    words = shown(client, alice, alice).count("slowly")
    assert 10 < words < WORDS_SHOWN / len("slowly")


def test_a_reader_follows_and_mutes_there(client: Client, alice: Member, bob: Member) -> None:
    client.force_login(bob)
    address = alice.get_absolute_url()
    client.post(address, {"do": "follow"})
    assert Follow.objects.get().target == alice.pk
    page = client.post(address, {"do": "mute"}, follow=True).content.decode()
    assert alice.pk in muted_by(bob)
    assert "Alice is muted." in page and "Stop following" in page and "Hear them again" in page
    client.post(address, {"do": "stop"})
    client.post(address, {"do": "unmute"})
    assert not Follow.objects.exists() and not muted_by(bob)
    assert f'"{alice.pk}"' not in page.split("<main", 1)[1], "no key that tells who came first"


def test_a_visitor_signs_in_first(client: Client, alice: Member) -> None:
    answer = client.post(alice.get_absolute_url(), {"do": "follow"})
    assert answer["Location"] == f"/account/login/?next={alice.get_absolute_url()}"


def test_what_one_follows_leads_to_the_page(client: Client, alice: Member, bob: Member) -> None:
    client.force_login(bob)
    client.post(alice.get_absolute_url(), {"do": "follow"})
    page = client.get("/account/news/settings/").content.decode()
    assert f'href="{alice.get_absolute_url()}"' in page


@pytest.mark.parametrize("end", ["is_active", "is_banned"])
def test_who_is_no_longer_here_has_no_page(
    client: Client, alice: Member, bob: Member, end: str
) -> None:
    save(alice, journey="Tired since 2011.")
    Member.objects.filter(pk=alice.pk).update(**{end: end == "is_banned"})
    client.force_login(bob)
    answer = client.get(alice.get_absolute_url())
    assert answer.status_code == 410
    assert b"Tired" not in answer.content and b"Alice" not in answer.content


def test_an_id_that_nobody_has_is_no_page(client: Client, alice: Member) -> None:
    assert client.get("/members/0123456789ab/").status_code == 404
