"""The page with the four buttons, and what a reader sees of it in the thread."""

from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.library.actions import create_article, find_topics, publish_article
from community.conversations.actions import start_conversation
from community.members.models import Member
from community.members.muting.mutes import mute_member
from community.support import rates
from community.support.actions import support_comment
from community.support.models import Support
from community.threads.actions import post_comment
from community.threads.editing import own
from community.threads.models import Comment, Thread
from community.threads.placing import open_thread
from tests.people import member


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    cache.clear()


@pytest.fixture
def comment(thread: Thread, alice: Member) -> Comment:
    """What Alice wrote."""
    return post_comment(thread=thread, author=alice, text="I rest before I am tired.").comment


def page_of(client: Client, comment: Comment) -> str:
    return client.get(comment.thread.article.get_absolute_url()).content.decode()


def support_url(comment: Comment) -> str:
    return f"/comments/{comment.pk}/support/"


def test_a_member_says_thank_you_and_comes_back_to_the_comment(
    client: Client, comment: Comment, bob: Member
) -> None:
    client.force_login(bob)
    assert f'href="{support_url(comment)}">Support<' in page_of(client, comment)
    page = client.get(support_url(comment)).content.decode()
    assert page.count('aria-pressed="false"') == 4 and "I rest before" in page
    answer = client.post(support_url(comment), {"kind": "thank_you"}, follow=True)
    assert answer.redirect_chain[0][0] == comment.get_absolute_url()
    thread = answer.content.decode()
    assert "You said “Thank you”." in thread, "the message"
    assert "You said “Thank you”<" in thread, "the mark at the comment"
    assert "Thank you 1" in thread


def test_choosing_again_or_taking_back_removes_it(
    client: Client, comment: Comment, bob: Member
) -> None:
    client.force_login(bob)
    support_comment(comment=comment, member=bob, kind="me_too")
    page = client.get(support_url(comment)).content.decode()
    pressed = 'value="take_back" aria-pressed="true">Me too</button>'
    assert pressed in page and "Take it back</button>" in page
    client.post(support_url(comment), {"kind": "take_back"})
    assert not Support.objects.exists()


def test_a_double_click_says_it_once(client: Client, comment: Comment, bob: Member) -> None:
    client.force_login(bob)
    for _ in range(2):
        client.post(support_url(comment), {"kind": "me_too"})
    comment.refresh_from_db()
    assert comment.support == "Me too 1"


def test_a_visitor_signs_in_and_comes_back_with_what_they_chose(
    client: Client, comment: Comment, bob: Member
) -> None:
    page = client.get(support_url(comment)).content.decode()
    assert f"/account/login/?next=%2Fcomments%2F{comment.pk}%2Fsupport%2F" in page
    assert "<button class" not in page.split("<main", 1)[1].split("</main>")[0]
    sent = client.post(support_url(comment), {"kind": "helps_me"})
    assert sent.status_code == 302 and sent["Location"].startswith("/account/login/?next=")
    assert "kind%3Dhelps_me" in sent["Location"] and not Support.objects.exists()
    client.force_login(bob)
    again = client.get(support_url(comment) + "?kind=helps_me").content.decode()
    assert "You chose “Helps me” before you signed in" in again


def test_kept_pages_say_what_everybody_said_and_nothing_of_one_reader(
    client: Client, comment: Comment, bob: Member
) -> None:
    page_of(client, comment)
    support_comment(comment=comment, member=bob, kind="thank_you")
    page = page_of(client, comment)
    assert "Thank you 1" in page and "You said" not in page and "Bob" not in page


def test_nobody_else_sees_who_said_it(
    client: Client, comment: Comment, bob: Member, alice: Member, mo: Member
) -> None:
    support_comment(comment=comment, member=bob, kind="me_too")
    for person in (alice, mo):
        client.force_login(person)
        for address in (support_url(comment), comment.thread.article.get_absolute_url()):
            assert "Bob" not in client.get(address).content.decode()


def test_what_a_muted_person_said_stays_counted(
    client: Client, comment: Comment, bob: Member, nadia: Member
) -> None:
    support_comment(comment=comment, member=bob, kind="me_too")
    mute_member(muted=bob, member=nadia)
    client.force_login(nadia)
    assert "Me too 1" in page_of(client, comment)


def test_ones_own_comment_has_no_buttons(client: Client, comment: Comment, alice: Member) -> None:
    client.force_login(alice)
    assert support_url(comment) not in page_of(client, comment)
    page = client.get(support_url(comment)).content.decode()
    assert "This comment is yours" in page and "aria-pressed" not in page
    answer = client.post(support_url(comment), {"kind": "thank_you"})
    assert answer.status_code == 422 and not Support.objects.exists()


@pytest.mark.parametrize("state", ["pending", "rejected", "removed", "withdrawn"])
def test_what_readers_cannot_see_has_no_such_page(
    client: Client, comment: Comment, bob: Member, state: str
) -> None:
    Comment.objects.update(state=state)
    client.force_login(bob)
    for answer in (
        client.get(support_url(comment)),
        client.post(support_url(comment), {"kind": "me_too"}),
    ):
        assert answer.status_code == 404
    assert not Support.objects.exists()


def test_a_comment_below_a_draft_has_no_such_page(client: Client, comment: Comment) -> None:
    article = comment.thread.article
    type(article).objects.update(state="draft")
    assert client.get(support_url(comment)).status_code == 404


def test_a_button_that_there_is_not_is_explained(
    client: Client, comment: Comment, bob: Member
) -> None:
    client.force_login(bob)
    answer = client.post(support_url(comment), {"kind": "dislike"})
    assert answer.status_code == 422 and "Please choose one of these" in answer.content.decode()


def test_a_flood_of_one_member_is_told_to_wait_and_may_still_take_back(
    client: Client, comment: Comment, bob: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rates, "SUPPORT_IN_WINDOW", 2)
    client.force_login(bob)
    answers = [client.post(support_url(comment), {"kind": "me_too"}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [302, 302, 422]
    assert "go on in ten minutes" in answers[-1].content.decode()
    client.post(support_url(comment), {"kind": "take_back"})
    assert not Support.objects.exists()


def test_a_script_gets_the_small_page_again(client: Client, comment: Comment, bob: Member) -> None:
    client.force_login(bob)
    page = client.post(support_url(comment), {"kind": "me_too", "in_place": "1"}).content.decode()
    assert 'id="said"' in page and "Me too 1" in page and 'data-given="Me too"' in page


def test_own_marks_cost_one_query_however_many_there_are(
    client: Client, thread: Thread, grow: Any, bob: Member
) -> None:
    comments = grow(12)
    client.force_login(bob)
    address = thread.article.get_absolute_url()
    client.get(address)

    def queries() -> int:
        with CaptureQueriesContext(connection) as counted:
            client.get(address)
        asked = [query["sql"] for query in counted.captured_queries]
        assert sum("community_support" in sql for sql in asked) == 1
        return len(asked)

    support_comment(comment=comments[0], member=bob, kind="me_too")
    few = queries()
    for comment in comments[1:]:
        support_comment(comment=comment, member=bob, kind="thank_you")
    assert queries() == few
    page = client.get(address).content.decode()
    assert page.count("You said “Thank you”") == 11 and page.count("You said “Me too”") == 1


def test_marks_in_other_threads_do_not_push_out_those_here(
    client: Client,
    comment: Comment,
    alice: Member,
    bob: Member,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(own, "GIVEN_MAX", 1)
    support_comment(comment=comment, member=bob, kind="me_too")
    support_comment(comment=comment, member=member("Cleo"), kind="thank_you")
    elsewhere = publish_article(article=create_article(title="Heat", body_html="<p>Words.</p>"))
    others = post_comment(thread=open_thread(elsewhere), author=alice, text="Words").comment
    support_comment(comment=others, member=bob, kind="thank_you")
    client.force_login(bob)
    page = page_of(client, comment)
    assert page.count("You said") == 1 and "You said “Me too”" in page


def test_what_is_said_among_members_is_supported_among_members(
    client: Client, alice: Member, bob: Member
) -> None:
    topic = find_topics(["Sleep"])[0]
    opening = start_conversation(
        topic=topic, author=alice, title="Nights", text="What helps you?", audience="members"
    ).comment
    assert client.get(support_url(opening)).status_code == 404
    client.force_login(bob)
    client.post(support_url(opening), {"kind": "me_too"})
    page = client.get(opening.thread.get_absolute_url()).content.decode()
    assert "Me too 1" in page and "You said “Me too”" in page and "js/support.js" in page


def test_who_has_not_consented_is_asked_first_and_may_take_back(
    client: Client, comment: Comment, bob: Member
) -> None:
    client.force_login(bob)
    support_comment(comment=comment, member=bob, kind="me_too")
    Member.objects.filter(pk=bob.pk).update(must_agree=True)
    page = client.get(support_url(comment)).content.decode()
    assert "/account/agreements/" in page and "Take it back" in page
    assert client.post(support_url(comment), {"kind": "thank_you"}).status_code == 422
    client.post(support_url(comment), {"kind": "take_back"})
    page = client.get(support_url(comment)).content.decode()
    assert "/account/agreements/" in page and "aria-pressed" not in page
    assert not Support.objects.exists()
