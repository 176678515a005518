"""A guest sees what is kept with a comment, takes it away, and erases it wherever it is."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.ask.actions import store_question
from articles.ask.answering import answer
from articles.library.actions import create_article, publish_article
from community.members.models import Member
from community.moderation.appeals.actions import lodge_appeal
from community.moderation.decisions.actions import approve_comment, reject_comment
from community.moderation.flags.actions import Flagger, flag_comment
from community.moderation.notices.actions import Given, receive_notice
from community.own_data.guests import erase_guest_comment, take_back_for_guests
from community.own_data.models import GuestErasure
from community.own_data.quotes import TAKEN
from community.threads.actions import edit_comment, post_comment
from community.threads.models import Comment, Thread
from community.threads.placing import open_thread
from community.threads.posting.receipts import receipt_url
from community.threads.posting.submissions import Guest
from tests.community.own_data.searching import found_anywhere, found_in_tables

TEXT = "The zimtschnecke quarzlampe and the fliederbusch kept me company all winter long."
RARE = ("zimtschnecke", "quarzlampe", "fliederbusch")
NAME, ADDRESS = "Gus Quill", "gus.quill@people.example"


@pytest.fixture
def house(settings: Any, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    (tmp_path / "mail").mkdir()
    return tmp_path


@pytest.fixture
def gus() -> Guest:
    return Guest(NAME, ADDRESS)


@pytest.fixture
def comment(thread: Thread, gus: Guest, mo: Member) -> Comment:
    """A visible comment by Gus, edited once."""
    comment = post_comment(thread=thread, author=gus, text=TEXT + " Nebelkerze.").comment
    edit_comment(comment=comment, author=gus, text=TEXT)
    comment = fresh(comment)
    approve_comment(comment=comment, moderator=mo, version=comment.version)
    Comment.objects.filter(pk=comment.pk).update(network_hash="abc")
    return fresh(comment)


def fresh(comment: Comment) -> Comment:
    return Comment.objects.select_related("thread", "parent", "author").get(pk=comment.pk)


def words_of(page: bytes) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.decode()).split())


def test_the_receipt_says_everything_that_is_kept_why_and_until_when(
    comment: Comment, client: Client
) -> None:
    page = words_of(client.get(receipt_url(comment)).content)
    for line in (
        "Your name and your words You wrote them for others to read. Kept until you erase the comment.",
        "Earlier versions of comments",
        "The e-mail address you left",
        "Kept for 183 days (about 6 months), or until the comment is erased.",
        "Scrambled mark of the network To notice floods of posts. Kept for 2 days.",
        "Decisions of moderators about you",
    ):
        assert line in page
    Comment.objects.update(author_email="", network_hash="")
    page = words_of(client.get(receipt_url(comment)).content)
    assert "The e-mail address you left" not in page and "Scrambled mark" not in page


def test_a_guest_takes_the_comment_away_to_read_and_for_programs(
    comment: Comment, client: Client
) -> None:
    address = receipt_url(comment)
    answer = client.get(f"{address}my-comments.json")
    assert answer["Content-Disposition"] == 'attachment; filename="my-comments.json"'
    assert answer["X-Robots-Tag"] == "noindex" and "no-store" in answer["Cache-Control"]
    (row,) = json.loads(answer.content)["comments"]
    assert (row["words"], row["author_name"], row["author_email"]) == (TEXT, NAME, ADDRESS)
    assert row["earlier_versions"][0]["body"] == TEXT + " Nebelkerze."
    page = client.get(f"{address}my-comments.html").content.decode()
    assert TEXT in page and "Nebelkerze" in page and ADDRESS in page
    assert client.get(f"{address[:-5]}0000/my-comments.json").status_code == 404


def test_the_file_has_what_the_device_remembers_and_not_what_others_signed_with_the_address(
    comment: Comment, thread: Thread, client: Client
) -> None:
    form = {"name": NAME, "email": ADDRESS, "comment": "My second words, a day later."}
    client.post(f"/articles/{thread.article.slug}/comments/", form)
    post_comment(
        thread=thread, author=Guest("Eve", ADDRESS), text="Signed with the address of Gus."
    )
    kept = json.loads(client.get(f"{receipt_url(comment)}my-comments.json").content)
    assert [row["words"] for row in kept["comments"]] == [TEXT, form["comment"]]
    kept = json.loads(Client().get(f"{receipt_url(comment)}my-comments.json").content)
    assert [row["words"] for row in kept["comments"]] == [TEXT]


def leave_traces(comment: Comment, alice: Member, bob: Member, mo: Member, house: Path) -> Comment:
    """What others made of the words and the name."""
    reply = post_comment(
        thread=comment.thread,
        author=alice,
        text=f"> {TEXT}\n\n@{NAME} I know that.",
        parent=comment,
    ).comment
    parent = reply
    for number in range(3):
        parent = post_comment(
            thread=comment.thread,
            author=bob,
            text=f"So do I, {number}. Dear {NAME}.",
            parent=parent,
        ).comment
    elsewhere = publish_article(article=create_article(title="Another", body_html="<p>B.</p>"))
    quote = f"Somebody wrote: {TEXT}"
    post_comment(thread=open_thread(elsewhere), author=bob, text=quote)
    flag_comment(comment=comment, flagger=Flagger(alice), reason="other", words="Fine.")
    receive_notice(given=Given(f"/comments/{comment.pk}/", f"It says: {TEXT}"), notifier=bob)
    store_question(text=f"Who is {ADDRESS}?", answer=answer(""))
    (house / "mail" / "1.log").write_text(f"To: {ADDRESS}\n\nYour comment is there.")
    (house / "mail" / "2.log").write_text(
        f"To: bob@people.example\n\n{TEXT}\n{settings.SITE_URL}/comments/{comment.pk}/"
    )
    (house / "mail" / "3.log").write_text("To: bob@people.example\n\nSomething else.")
    Client().get(comment.thread.get_absolute_url())
    return reply


@pytest.mark.django_db(transaction=True)
def test_nobody_finds_a_word_of_a_guest_who_erased_a_comment(
    comment: Comment, house: Path, alice: Member, bob: Member, mo: Member, client: Client
) -> None:
    reply = leave_traces(comment, alice, bob, mo, house)
    assert set(found_in_tables(*RARE, NAME, ADDRESS))
    assert client.post(f"{receipt_url(comment)}erase/")["Location"] == "/receipts/erased/"
    assert fresh(comment).body == "" and not found_in_tables(NAME, ADDRESS, "nebelkerze")
    assert take_back_for_guests() == 1
    assert found_anywhere(*RARE, NAME, ADDRESS, "nebelkerze") == []
    assert not GuestErasure.objects.exists() and take_back_for_guests() == 0
    said = fresh(reply).body
    assert TAKEN in said and "I know that." in said
    assert [file.name for file in (house / "mail").iterdir()] == ["3.log"]
    assert client.get(receipt_url(comment)).status_code == 404


def test_what_waits_for_the_worker_holds_no_word(comment: Comment, house: Path) -> None:
    erase_guest_comment(comment=comment)
    kept = json.dumps(GuestErasure.objects.get().marks)
    assert len(GuestErasure.objects.get().marks) > 10
    assert not [word for word in re.findall(r"\w+", TEXT.lower()) if len(word) > 3 and word in kept]


def test_somebody_else_of_the_same_name_keeps_it(
    comment: Comment, house: Path, thread: Thread, alice: Member
) -> None:
    other = post_comment(thread=thread, author=Guest(NAME, ""), text="I am another one.").comment
    to_other = post_comment(thread=thread, author=alice, text=f"Hello @{NAME}.").comment
    erase_guest_comment(comment=comment)
    take_back_for_guests()
    assert fresh(other).author_name == NAME and NAME in fresh(to_other).body


def test_a_fall_in_the_middle_is_gone_on_from(
    comment: Comment, house: Path, thread: Thread, bob: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    quote = post_comment(thread=thread, author=bob, text=f"> {TEXT}\n\nYes.").comment

    def fall() -> None:
        raise RuntimeError("power cut")

    erase_guest_comment(comment=comment)
    with monkeypatch.context() as patched, pytest.raises(RuntimeError):
        patched.setattr("community.own_data.guests.leave_no_copies", fall)
        take_back_for_guests()
    assert take_back_for_guests() == 1
    assert TAKEN in fresh(quote).body and not GuestErasure.objects.exists()


def test_an_appeal_is_in_the_file(thread: Thread, gus: Guest, mo: Member, client: Client) -> None:
    comment = post_comment(thread=thread, author=gus, text="Buy it here.").comment
    decision = reject_comment(comment=comment, moderator=mo, version=1, ground="selling")
    lodge_appeal(decision=decision, author=gus, words="I sell nothing.")
    kept = json.loads(client.get(f"{receipt_url(comment)}my-comments.json").content)
    assert kept["appeals"][0]["words"] == "I sell nothing."
    assert "Your appeals" in client.get(receipt_url(comment)).content.decode()


def test_the_file_asks_the_same_however_many_comments_it_has(
    thread: Thread, client: Client
) -> None:
    asked = []
    for texts in (["First words"], ["Second words of mine", "Third words of mine, too"]):
        for text in texts:
            form = {"name": "Gus", "email": "", "comment": text}
            client.post(f"/articles/{thread.article.slug}/comments/", form)
        newest = Comment.objects.order_by("-pk")[0]
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{receipt_url(newest)}my-comments.json")
        asked.append(len(queries))
    assert asked[0] == asked[1]
