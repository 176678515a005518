"""A file with everything that is kept about somebody."""

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from django.core import mail
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone

from articles.keeping.limits import kept_for
from articles.newsletter.actions import subscribe
from community.member_pages.models import PageLine
from community.members.models import Member
from community.members.muting.mutes import mute_member
from community.moderation.decisions.actions import remove_comment
from community.moderation.flags.actions import Flagger, flag_comment
from community.notifications.follows.actions import follow, follower_for
from community.own_data import downloading
from community.own_data.downloading import (
    LETTER_TRIED,
    ask_for_download,
    forget_downloads,
    forget_downloads_of,
    prepare_downloads,
)
from community.own_data.gathering import gather
from community.own_data.models import Download
from community.own_data.spelling import state_in_words
from community.support.actions import support_comment
from community.threads.actions import edit_comment, post_comment
from community.threads.models import Comment, Thread
from tests.community.notifications.test_handing import FULL, refusing


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path / "downloads"


@pytest.fixture
def written(thread: Thread, alice: Member, bob: Member, mo: Member) -> Member:
    """Alice wrote, edited, was decided about, follows, muted, subscribed."""
    comment = post_comment(thread=thread, author=alice, text="First words <3").comment
    edit_comment(comment=comment, author=alice, text="Better words")
    removed = post_comment(thread=thread, author=alice, text="Removed words").comment
    remove_comment(comment=removed, moderator=mo, version=1, ground="attack")
    follow(kind="thread", target=thread.article_id, member=alice)
    mute_member(muted=bob, member=alice)
    bobs = post_comment(thread=thread, author=bob, text="Words of Bob").comment
    PageLine.objects.create(member=alice, kind="journey", words="Tired since 2011")
    support_comment(comment=bobs, member=alice, kind="thinking_of_you")
    subscribe(address=alice.email, rhythm="weekly")
    return alice


def test_the_file_says_where_one_is_signed_in_and_holds_no_key(
    written: Member, client: Client
) -> None:
    client.force_login(written)
    session = client.session
    session["device"] = "Firefox on Android"
    session.save()
    kept = gather(written)["signed_in"]
    assert [row["device"] for row in kept] == ["Firefox on Android"]
    assert session.session_key not in json.dumps(kept)
    assert "Where you are signed in" in client.get("/account/data/").content.decode()


def test_a_member_has_the_file_made_and_fetches_it(
    client: Client, written: Member, mo: Member
) -> None:
    client.force_login(written)
    for _ in range(2):
        client.post("/account/data/download/")
    assert b"being made" in client.get("/account/data/").content
    assert prepare_downloads() == 1
    assert prepare_downloads() == 0
    assert [letter.subject for letter in mail.outbox] == ["Your data is ready"]
    download = Download.objects.get()
    assert b"Fetch it" in client.get("/account/data/").content
    answer = client.get(f"/account/data/download/{download.pk}/")
    packed = zipfile.ZipFile(BytesIO(b"".join(answer.streaming_content)))
    data, page = json.loads(packed.read("data.json")), packed.read("read-me.html").decode()
    assert data["account"]["email"] == written.email
    assert data["comments"][0]["earlier_versions"][0]["body"] == "First words <3"
    for words in (
        "Better words",
        "First words &lt;3",
        "Removed words",
        "Bob",
        "Once a week",
        "Resting",
        "Thinking of you",
        "Tired since 2011",
    ):
        assert words in page
    assert f"{timezone.now():%-d %B %Y}" in page and not re.search(r"\d{4}-\d\d-\d\d", page)
    assert mo.pseudonym not in json.dumps(data["decisions"])
    client.force_login(mo)
    assert client.get(f"/account/data/download/{download.pk}/").status_code == 404


def test_a_fall_while_the_file_is_made_is_gone_on_from(
    written: Member, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    def fall(member: Member) -> None:
        raise RuntimeError("power cut")

    ask_for_download(member=written)
    with monkeypatch.context() as patched, pytest.raises(RuntimeError):
        patched.setattr(downloading, "gather", fall)
        prepare_downloads()
    assert prepare_downloads() == 1
    assert [file.suffix for file in folder.iterdir()] == [".zip"]


def test_a_file_waits_a_while_for_its_letter_and_is_made_once(written: Member) -> None:
    ask_for_download(member=written)
    with (
        refusing(written.email, answer=FULL),
        mock.patch.object(downloading, "gather", side_effect=gather) as made,
    ):
        assert prepare_downloads() == 0
        assert prepare_downloads() == 0
        Download.objects.update(asked_at=timezone.now() - LETTER_TRIED)
        assert prepare_downloads() == 1
    assert made.call_count == 1 and Download.objects.get().ready_at


def test_the_file_goes_after_a_week(
    client: Client, written: Member, folder: Path, time_machine: Any
) -> None:
    time_machine.move_to("2026-05-01T12:00:00Z", tick=False)
    download = ask_for_download(member=written)
    prepare_downloads()
    assert forget_downloads(now=timezone.now()) == 0
    time_machine.shift(kept_for("downloads").total_seconds() + 1)
    client.force_login(written)
    assert client.get(f"/account/data/download/{download.pk}/").status_code == 404
    assert forget_downloads(now=timezone.now()) == 1
    assert list(folder.iterdir()) == []


def test_the_file_goes_with_the_account(written: Member, folder: Path) -> None:
    ask_for_download(member=written)
    prepare_downloads()
    assert forget_downloads_of(member=written) == 1
    assert list(folder.iterdir()) == []


def test_codes_have_their_words_beside_them_and_the_page_only_the_words(
    client: Client, written: Member, mo: Member, bob: Member
) -> None:
    theirs = Comment.objects.get(author=bob)
    flag_comment(comment=theirs, flagger=Flagger(written), reason="attack")
    follower_for(written)
    data = gather(written)
    assert [(row["state"], row["state_in_words"]) for row in data["comments"]] == [
        ("visible", "everyone can see it"),
        ("removed", "removed by a moderator; only you can see it"),
    ]
    (decision,) = data["decisions"]
    assert (decision["kind"], decision["kind_in_words"]) == ("remove", "Removed")
    (flag,) = data["flags"]
    assert (flag["outcome"], flag["outcome_in_words"]) == ("open", "Waiting to be read")
    page = render_to_string("community/own_data/file.html", {"data": data})
    assert "everyone can see it" in page and "Attacks a person or a group" in page
    assert "Once a week" in page and "At once" in page
    for code in ("at_once", ", visible", ", removed.", "(open)", "True", "False", "None,"):
        assert code not in page


def test_every_state_of_a_comment_has_words_for_its_writer(thread: Thread, alice: Member) -> None:
    comment = post_comment(thread=thread, author=alice, text="Words").comment
    for state in Comment.State.values:
        comment.state = state
        assert state_in_words(comment)
    comment.state, comment.thread.audience = "visible", "members"
    assert state_in_words(comment) == "members can see it"
