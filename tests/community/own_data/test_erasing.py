"""Erasing an account: nothing of the person is left anywhere."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone

from articles.ask.actions import store_question
from articles.ask.answering import answer
from articles.keeping.limits import kept_for
from articles.library.actions import create_article, publish_article
from articles.newsletter.actions import subscribe
from community.member_pages.models import PageLine
from community.members.models import Member
from community.members.muting.mutes import mute_member
from community.moderation.flags.actions import Flagger, flag_comment
from community.notifications.follows.actions import follow
from community.notifications.letters.sending import send_waiting_letters
from community.notifications.telling import tell_waiting_events
from community.own_data import erasing
from community.own_data.actions import (
    CHANGE_OF_MIND,
    NotAllowed,
    ask_by_mail,
    ask_for_erasure,
    call_off,
    forget_asked,
    send_erasure_letters,
)
from community.own_data.erasing import carry_out_erasures
from community.own_data.links import token_of
from community.own_data.models import Erasure
from community.support.actions import support_comment
from community.support.models import Support
from community.threads.actions import edit_comment, post_comment
from community.threads.models import Comment, Thread
from community.threads.placing import open_thread
from community.threads.renaming.actions import rename_member
from tests.community.notifications.test_handing import FULL, refusing
from tests.community.own_data.searching import found_in_database_files, found_in_tables

# Words that stand nowhere else in the suite.
WORDS = "zimtschnecke quarzlampe", "fliederbusch", "nebelkerze"
NAME, OLD_NAME, ADDRESS = "Violet Quill", "Umber Quill", "violet.quill@people.example"


@pytest.fixture
def violet(thread: Thread, alice: Member, bob: Member) -> Member:
    """A member who left traces in many places."""
    violet = Member.objects.create_user(ADDRESS, OLD_NAME, approved_posts=5, must_agree=False)
    rename_member(member=violet, name=NAME)
    text = "The zimtschnecke quarzlampe and the fliederbusch kept me company all winter long."
    comment = post_comment(thread=thread, author=violet, text=text).comment
    answer_to = post_comment(
        thread=thread,
        author=bob,
        text=f"> {text}\n\n@{NAME} I loved that. {NAME} is kind.",
        parent=comment,
    ).comment
    edit_comment(comment=answer_to, author=bob, text=answer_to.body + " Truly.")
    post_comment(thread=thread, author=violet, text="A nebelkerze, too.", parent=answer_to)
    flag_comment(
        comment=comment, flagger=Flagger(member=alice), reason="other", words="It is fine."
    )
    flag_comment(
        comment=answer_to, flagger=Flagger(member=violet), reason="other", words="A nebelkerze"
    )
    follow(kind="thread", target=thread.article_id, member=violet)
    mute_member(muted=violet, member=alice)
    subscribe(address=ADDRESS, rhythm="weekly")
    store_question(text=f"What did {NAME} say?", answer=answer(""))
    client = Client()
    client.force_login(violet)
    client.get(thread.article.get_absolute_url())
    Client().get(thread.article.get_absolute_url())
    tell_waiting_events()
    send_waiting_letters()
    return violet


def erase(member: Member, how: str) -> Erasure:
    """Ask, wait a day, and let the worker do it."""
    erasure = ask_for_erasure(member=member, how=how)
    send_erasure_letters()
    assert carry_out_erasures() == 0
    Erasure.objects.update(due_at=timezone.now())
    assert carry_out_erasures() == 1
    erasure.refresh_from_db()
    return erasure


def test_what_they_said_with_buttons_counts_no_more(violet: Member, bob: Member) -> None:
    comment = Comment.objects.filter(author=bob).first()
    assert comment
    support_comment(comment=comment, member=violet, kind="me_too")
    erasure = erase(violet, "name")
    comment.refresh_from_db()
    assert comment.support == "" and "Me too" not in comment.piece
    assert not Support.objects.exists() and erasure.went["marks of support"] == 1


def test_what_stood_on_their_page_goes_with_its_address(violet: Member, client: Client) -> None:
    address = violet.get_absolute_url()
    PageLine.objects.create(member=violet, kind="journey", words="A nebelkerze since 2011")
    assert b"nebelkerze" in client.get(address).content
    assert erase(violet, "name").went["lines of the page"] == 1
    violet.refresh_from_db()
    assert client.get(address).status_code == 404 and violet.get_absolute_url() != address
    assert client.get(violet.get_absolute_url()).status_code == 410
    assert not PageLine.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_nothing_of_a_person_is_left_in_any_table_file_or_cache(violet: Member) -> None:
    sought = (*"zimtschnecke quarzlampe fliederbusch nebelkerze".split(), NAME, OLD_NAME, ADDRESS)
    assert found_in_tables(*sought)
    if connection.vendor == "sqlite":
        assert found_in_database_files(*sought)
    erase(violet, "words")
    assert found_in_tables(*sought, "violetquill", "umberquill") == []
    assert not found_in_database_files(*sought)
    assert not [key for key in getattr(cache, "_cache", {}) if "article" in str(key)]
    assert mail.outbox[-1].to == [ADDRESS] and "erased" in mail.outbox[-1].subject


def test_comments_may_stay_without_the_name(violet: Member, thread: Thread, client: Client) -> None:
    erase(violet, "name")
    assert found_in_tables(NAME, OLD_NAME, ADDRESS) == []
    own = Comment.objects.filter(body__contains="nebelkerze")
    assert {(row.author, row.author_name) for row in own} == {(None, "A former member")}
    page = client.get(thread.article.get_absolute_url()).content.decode()
    assert "fliederbusch" in page and "A former member" in page and "Violet" not in page


def test_words_of_others_stay(violet: Member, thread: Thread, client: Client) -> None:
    erase(violet, "words")
    page = client.get(thread.article.get_absolute_url()).content.decode()
    assert "I loved that." in page and "is kind" in page and "fliederbusch" not in page


@pytest.mark.parametrize(
    "step", ["empty_account", "scrub_files", "scrub_storage", "forget_what_was_erased"]
)
def test_a_fall_in_the_middle_is_gone_on_from(
    violet: Member, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fall(*given: object) -> None:
        raise RuntimeError("power cut")

    ask_for_erasure(member=violet, how="words")
    Erasure.objects.update(due_at=timezone.now())
    with monkeypatch.context() as patched:
        patched.setattr(erasing, step, fall)
        assert carry_out_erasures() == 0
    assert Erasure.objects.get().state == "waiting"
    assert carry_out_erasures() == 1
    assert found_in_tables(NAME, ADDRESS, "fliederbusch", "nebelkerze") == []
    assert Erasure.objects.get().state == "done"


def test_a_quotation_in_another_thread_goes_too(violet: Member, bob: Member) -> None:
    article = publish_article(article=create_article(title="Another", body_html="<p>B.</p>"))
    text = "Somebody wrote: zimtschnecke quarzlampe and the fliederbusch kept me company all winter long."
    post_comment(thread=open_thread(article), author=bob, text=text)
    erase(violet, "words")
    assert found_in_tables("fliederbusch") == []


def test_letters_in_the_folder_go_too(
    violet: Member, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "EMAIL_FILE_PATH", str(tmp_path), raising=False)
    (tmp_path / "1.log").write_text(f"To: {ADDRESS}\nSubject: x\n\nHello")
    (tmp_path / "2.log").write_text("To: gus@people.example\nSubject: x\n\nHello")
    erase(violet, "words")
    assert [file.name for file in tmp_path.iterdir()] == ["2.log"]


def test_there_is_a_day_to_change_ones_mind(violet: Member, time_machine: Any) -> None:
    time_machine.move_to("2026-05-01T12:00:00Z", tick=False)
    erasure = ask_for_erasure(member=violet, how="words")
    time_machine.shift(CHANGE_OF_MIND.total_seconds() - 60)
    assert carry_out_erasures() == 0
    assert call_off(erasure=erasure)
    time_machine.shift(3600)
    assert carry_out_erasures() == 0
    violet.refresh_from_db()
    assert violet.pseudonym == NAME


def test_a_mailbox_that_takes_no_mail_keeps_no_account(violet: Member, alice: Member) -> None:
    for member in (violet, alice):
        ask_for_erasure(member=member, how="words")
    with refusing(violet.email):
        assert send_erasure_letters() == 1
        Erasure.objects.update(due_at=timezone.now())
        assert carry_out_erasures() == 2
    assert Erasure.objects.filter(state="done").count() == 2
    assert {letter.to[0] for letter in mail.outbox[-2:]} == {alice.email}


def test_an_erasure_waits_an_hour_for_a_mail_server_that_is_away(violet: Member) -> None:
    ask_for_erasure(member=violet, how="words")
    Erasure.objects.update(due_at=timezone.now())
    with refusing(violet.email, answer=FULL):
        assert carry_out_erasures() == 0
        Erasure.objects.update(due_at=timezone.now() - erasing.RECEIPT_TRIED)
        assert carry_out_erasures() == 1
    assert found_in_tables(*WORDS, NAME, ADDRESS) == []


def test_an_erasure_that_fails_holds_up_no_other(violet: Member, alice: Member) -> None:
    for member in (violet, alice):
        ask_for_erasure(member=member, how="words")
    Erasure.objects.update(due_at=timezone.now())
    done, tried = erasing.carry_out, []

    def fail_first(erasure: Erasure) -> int:
        tried.append(erasure)
        if len(tried) == 1:
            raise ValueError
        return done(erasure)

    with mock.patch.object(erasing, "carry_out", fail_first):
        assert carry_out_erasures() == 1


def test_whose_address_was_typed_by_somebody_is_not_told_that_somebody_is_signed_in(
    violet: Member, client: Client
) -> None:
    ask_by_mail(address=ADDRESS)
    page = f"/erase/{token_of(Erasure.objects.get())}/"
    said = client.post(page, {"do": "keep"}, follow=True).content.decode()
    assert "somebody typed your address into a form" in said and "signed in" not in said


def test_who_works_here_gives_the_role_back_first(mo: Member) -> None:
    with pytest.raises(NotAllowed):
        ask_for_erasure(member=mo, how="words")


def test_a_link_that_nobody_used_is_forgotten(violet: Member) -> None:
    ask_by_mail(address=ADDRESS)
    Erasure.objects.update(
        asked_at=timezone.now() - kept_for("erasure_links") - timedelta(minutes=1)
    )
    assert forget_asked(before=timezone.now() - kept_for("erasure_links")) == 1


def test_a_link_in_a_mailbox_of_before_erases_nothing(violet: Member, client: Client) -> None:
    ask_by_mail(address=ADDRESS)
    token = token_of(Erasure.objects.get())
    assert client.get(f"/erase/{token}/").status_code == 200
    Member.objects.filter(pk=violet.pk).update(email="new@people.example")
    assert client.get(f"/erase/{token}/").status_code == 404
    assert client.post(f"/erase/{token}/", {"how": "words"}).status_code == 404
    ask_by_mail(address="new@people.example")
    assert client.get(f"/erase/{token_of(Erasure.objects.get())}/").status_code == 200
