"""What somebody wrote waits until they have agreed, and is posted then. Nothing is lost."""

import re

import pytest
from django.test import Client

from articles.library.actions import find_topics
from articles.models import Topic
from community.members.agreements.actions import agree, publish_text
from community.members.agreements.models import Agreement
from community.members.agreements.reading import current_texts
from community.members.models import Member
from community.own_data.erasing import empty_account
from community.own_data.gathering import gather
from community.own_data.keeping import kept_about
from community.threads.actions import post_comment
from community.threads.holding.models import HeldPost
from community.threads.models import Comment, Thread
from community.threads.posting.restraints import MustAgree
from community.threads.posting.submissions import Guest

WORDS = "I rested early.\n\nIt helped < a little."
TICKED = {"agree-guidelines": "on", "agree-health": "on", "agreeing": "1"}


@pytest.fixture
def asked(client: Client, alice: Member) -> Client:
    """Alice, signed in, who has not agreed to anything yet."""
    alice.must_agree = True
    alice.save()
    client.force_login(alice)
    return client


@pytest.fixture
def topic(db: None) -> Topic:
    return find_topics(["Winter"])[0]


def url(thread: Thread) -> str:
    return f"{thread.get_absolute_url()}comments/"


def held_form() -> dict[str, str]:
    held = HeldPost.objects.get()
    return {"comment": held.text, "held": str(held.pk)}


def test_words_wait_for_the_boxes_and_are_posted_then(asked: Client, thread: Thread) -> None:
    page = asked.post(url(thread), {"comment": WORDS}).content.decode()
    assert "Before this is posted" in page and "nothing has been posted yet" in page
    assert "It helped &lt; a little." in page
    assert page.count('type="checkbox"') == 2 and not re.search(r"checkbox\"[^>]* checked", page)
    assert not Comment.objects.exists()
    form = held_form() | TICKED
    answers = [asked.post(url(thread), form) for _ in range(2)]  # a double click
    assert Comment.objects.get().body == WORDS
    assert answers[0]["Location"] == answers[1]["Location"]
    assert not HeldPost.objects.exists()
    assert Agreement.objects.count() == 2


def test_a_box_that_is_missing_is_asked_for_and_the_words_stay(
    asked: Client, thread: Thread
) -> None:
    asked.post(url(thread), {"comment": WORDS})
    form = held_form() | {"agree-guidelines": "on", "agreeing": "1"}
    page = asked.post(url(thread), form).content.decode()
    assert "Without this consent" in page
    assert not Comment.objects.exists() and not Agreement.objects.exists()
    assert HeldPost.objects.get().text == WORDS


def test_whoever_has_agreed_to_everything_is_not_asked(
    asked: Client, alice: Member, thread: Thread
) -> None:
    agree(member=alice, texts=[text.pk for text in current_texts()])
    Member.objects.filter(pk=alice.pk).update(must_agree=True)
    asked.post(url(thread), {"comment": WORDS})
    assert Comment.objects.get().body == WORDS


def test_reading_asks_nothing(asked: Client, thread: Thread) -> None:
    page = asked.get(thread.get_absolute_url()).content.decode()
    assert "Before this is posted" not in page


def test_the_words_survive_being_signed_out(asked: Client, alice: Member, thread: Thread) -> None:
    asked.post(url(thread), {"comment": WORDS})
    form = held_form() | TICKED
    asked.logout()
    answer = asked.post(url(thread), form)
    assert answer["Location"] == "/account/login/?next=/account/words/"
    assert not Comment.objects.exists()
    asked.force_login(alice)
    page = asked.get("/account/words/").content.decode()
    assert "It helped &lt; a little." in page
    page = asked.post(url(thread), held_form()).content.decode()
    assert "Before this is posted" in page and HeldPost.objects.count() == 1


def test_an_answer_stays_an_answer(asked: Client, thread: Thread, bob: Member) -> None:
    parent = post_comment(thread=thread, author=bob, text="Does it help?").comment
    page = asked.post(url(thread), {"comment": WORDS, "parent": parent.pk}).content.decode()
    assert f'name="parent" value="{parent.pk}"' in page
    asked.post(url(thread), held_form() | TICKED | {"parent": str(parent.pk)})
    assert Comment.objects.get(body=WORDS).parent == parent


def test_words_that_screening_asks_about_come_back_in_the_form_with_their_mark(
    asked: Client, thread: Thread
) -> None:
    words = "Write to me at alice@example.org any time."
    asked.post(url(thread), {"comment": words})
    page = asked.post(url(thread), held_form() | TICKED).content.decode()
    assert "Is this meant for everybody?" in page and 'name="held"' in page
    changed = held_form() | {"comment": "Write to me here."}
    asked.post(url(thread), changed)
    assert Comment.objects.get().body == "Write to me here."
    assert not HeldPost.objects.exists()


def test_changed_words_of_a_comment_wait_too(asked: Client, alice: Member, thread: Thread) -> None:
    alice.must_agree = False
    comment = post_comment(thread=thread, author=alice, text="Before").comment
    page = asked.post(f"/comments/{comment.pk}/edit/", {"comment": WORDS}).content.decode()
    assert "Before this is posted" in page
    comment.refresh_from_db()
    assert comment.body == "Before"
    asked.post(f"/comments/{comment.pk}/edit/", held_form() | TICKED)
    comment.refresh_from_db()
    assert comment.body == WORDS and not HeldPost.objects.exists()


def test_the_beginning_of_a_conversation_waits_with_its_title(asked: Client, topic: Topic) -> None:
    sent = {"title": "Winter walks", "topic": topic.pk, "audience": "members", "comment": WORDS}
    page = asked.post("/conversations/new/", sent).content.decode()
    assert "A new conversation" in page and 'name="title" value="Winter walks"' in page
    assert not Thread.objects.exists()
    assert "Winter walks" in asked.get("/account/words/").content.decode()
    held = HeldPost.objects.get()
    asked.post("/conversations/new/", held.more | held_form() | TICKED)
    opening = Comment.objects.get()
    assert (opening.title, opening.body) == ("Winter walks", WORDS)
    assert opening.thread.audience == "members" and not HeldPost.objects.exists()


def test_a_new_version_is_asked_before_the_next_post_with_what_changed(
    client: Client, alice: Member, stefan: Member, thread: Thread
) -> None:
    agree(member=alice, texts=[text.pk for text in current_texts()])
    body, changes = "## Be kind\n\nAlways.", "Kindness comes first."
    publish_text(kind="guidelines", editor=stefan, body=body, changes=changes, asks=True)
    client.force_login(alice)
    page = client.post(url(thread), {"comment": WORDS}).content.decode()
    assert "What changed" in page and changes in page and "<ins>" in page
    assert page.count('type="checkbox"') == 1
    client.post(url(thread), held_form() | TICKED)
    assert Comment.objects.get().body == WORDS


def test_words_can_be_discarded_by_their_writer_only(
    asked: Client, bob: Member, thread: Thread
) -> None:
    asked.post(url(thread), {"comment": WORDS})
    held = HeldPost.objects.get()
    other = Client()
    other.force_login(bob)
    assert WORDS[:10] not in other.get("/account/words/").content.decode()
    other.post(f"/account/words/{held.pk}/discard/")
    assert HeldPost.objects.exists()
    asked.post(f"/account/words/{held.pk}/discard/")
    assert not HeldPost.objects.exists()


def test_the_action_itself_asks_so_that_nothing_goes_around_it(
    alice: Member, thread: Thread
) -> None:
    alice.must_agree = True
    with pytest.raises(MustAgree):
        post_comment(thread=thread, author=alice, text=WORDS)


def test_what_is_kept_of_it_is_shown_taken_away_and_erased(
    asked: Client, alice: Member, thread: Thread
) -> None:
    asked.post(url(thread), {"comment": WORDS})
    agree(member=alice, texts=[text.pk for text in current_texts()])
    data = gather(alice)
    assert data["words_not_posted"][0]["text"] == WORDS
    assert {row["text_kind"] for row in data["agreed_to"]} == {"guidelines", "health"}
    lines = {line.what: line.count for line in kept_about(alice)}
    assert lines["What you agreed to"] == 2 and lines["Words that wait for you"] == 1
    empty_account(alice)
    assert not HeldPost.objects.exists() and not Agreement.objects.exists()


def test_a_guest_is_told_what_posting_means_and_that_is_stored(
    client: Client, thread: Thread, gus: Guest
) -> None:
    page = client.get(thread.get_absolute_url()).content.decode()
    assert "By posting it you agree that what it says about your health is shown" in page
    assert "Share your experience, not advice." in page
    client.post(url(thread), {"name": "Gus", "comment": WORDS})
    assert Comment.objects.get().public_notice == 1


def test_a_member_is_not_told_what_they_agreed_to_before(
    client: Client, alice: Member, thread: Thread
) -> None:
    client.force_login(alice)
    page = client.get(thread.get_absolute_url()).content.decode()
    assert "By posting it you agree" not in page
    assert "Share your experience, not advice." in page
