"""Somebody used every feature; after an erasure no table, file, session or cache holds a word of them."""

from pathlib import Path
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.filebased import EmailBackend
from django.db import connection
from django.test import Client
from django.utils import timezone

from community.member_pages.actions import save_page
from community.members.models import Member
from community.members.sessions.models import Session
from community.moderation.appeals.actions import keep_decision, lodge_appeal
from community.moderation.decisions.actions import approve_comment, reject_comment
from community.moderation.decisions.redacting import redact_comment
from community.moderation.notices.actions import Given, decline_notice, receive_notice
from community.moderation.sanctions.actions import sanction_member
from community.moderation.sanctions.noting import note_about
from community.notifications.follows.actions import follow
from community.own_data.downloading import ask_for_download, prepare_downloads
from community.own_data.registry.fields import GONE, registered
from community.support.actions import support_comment
from community.threads.actions import edit_comment, post_comment
from community.threads.models import Comment, Thread
from community.threads.renaming.actions import change_role
from community.yardsticks.models import SpamModel
from tests.community.own_data.searching import (
    found_anywhere,
    found_in_cache,
    found_in_files,
    found_in_sessions,
    found_in_tables,
)
from tests.community.own_data.test_erasing import ADDRESS, NAME, OLD_NAME, erase, violet

__all__ = ["violet"]

RARE = (
    "zimtschnecke quarzlampe fliederbusch nebelkerze wacholder silberdistel kornblume "
    "mohnkapsel lavendel thymian salbei"
).split()
SOUGHT = (*RARE, NAME, OLD_NAME, ADDRESS, "violetquill", "umberquill")


@pytest.fixture
def house(settings: Any, tmp_path: Path) -> Path:
    """A folder of its own for all files of the site, with mail in it."""
    settings.DATA_DIR = tmp_path
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    return tmp_path


def use_everything(
    violet: Member, thread: Thread, alice: Member, bob: Member, mo: Member, mia: Member
) -> Client:
    """What `violet` did not do yet; returns a browser of Bob that was told of her."""
    save_page(
        member=violet, relation="", audience="everyone", shows_comments=True,
        journey="A salbei helped me", interest="",
    )  # fmt: skip
    own = post_comment(thread=thread, author=violet, text="A wacholder tells me to rest.").comment
    edit_comment(comment=own, author=violet, text="A silberdistel tells me to rest.")
    for text, decide in (("Buy my kornblume now", "selling"), ("The mohnkapsel cures", "dose")):
        Member.objects.filter(pk=violet.pk).update(is_read_first=True)
        violet.refresh_from_db()
        waiting = post_comment(thread=thread, author=violet, text=text).comment
        decision = reject_comment(comment=waiting, moderator=mo, version=1, ground=decide)
    appeal = lodge_appeal(decision=decision, author=violet, words=f"Only lavendel, says {NAME}.")
    keep_decision(appeal=appeal, moderator=mia, words="It stands.")
    blanked = post_comment(thread=thread, author=violet, text="Call thymian, she knows").comment
    approve_comment(comment=blanked, moderator=mo, version=1)
    redact_comment(
        comment=Comment.objects.get(pk=blanked.pk), moderator=mo, version=1,
        ground="personal_details", wordings=["thymian"],
    )  # fmt: skip
    others = post_comment(thread=thread, author=bob, text=f"Dear @{NAME}, thank you.").comment
    support_comment(comment=others, member=violet, kind="thinking_of_you")
    support_comment(comment=own, member=alice, kind="thinking_of_you")
    sent = Given(f"/comments/{others.pk}/", "It names my salbei.", "Law", NAME, ADDRESS)
    decline_notice(notice=receive_notice(given=sent, notifier=violet), moderator=mo, answer="No.")
    # What a decision says stays in the log, which cannot be changed; what readers see of it does not.
    Comment.objects.filter(pk=others.pk).update(
        annotation=f"{NAME} agrees.", annotated_by=mo, annotated_at=timezone.now()
    )
    about = Given(f"/comments/{own.pk}/", f"{NAME} wrote this.", "Law", "Bob", bob.email)
    receive_notice(given=about, notifier=bob)
    note_about(member=violet, moderator=mo, words=f"{NAME} asked about salbei.")
    sanction_member(member=violet, moderator=mo, kind="warn", ground="selling", words="Please.")
    follow(kind="person", target=violet.pk, member=alice)
    follow(kind="thread", target=thread.article_id, member=violet)
    SpamModel.objects.create(
        model='{"kornblume":1}', texts=1, last_decision=1, learned_at=timezone.now()
    )
    change_everything_outside(violet)
    return told_of(violet, bob)


def change_everything_outside(violet: Member) -> None:
    """Sign-in, the admin's history, a file to take away, a letter in the folder."""
    boss = Member.objects.create_superuser("boss@people.example", "Boss")
    change_role(member=violet, role="moderator", by=boss)
    change_role(member=violet, role="member", by=boss)
    client = Client(headers={"User-Agent": "Firefox/140 (Android)"})
    client.post("/account/login/", {"login": ADDRESS})
    browser = Client()
    browser.force_login(violet)
    browser.get("/account/data/")
    violet.refresh_from_db()
    ask_for_download(member=violet)
    prepare_downloads()
    EmailBackend().send_messages([EmailMessage("Hello", f"Dear {NAME}", to=[ADDRESS])])


def told_of(violet: Member, bob: Member) -> Client:
    """A browser in whose session a message that names her still waits to be shown."""
    browser = Client()
    browser.force_login(bob)
    browser.post("/account/muted/", {"person": violet.public_id, "do": "mute"})
    return browser


@pytest.mark.django_db(transaction=True)
def test_nobody_finds_a_word_of_a_person_who_used_everything(
    house: Path, violet: Member, thread: Thread, alice: Member, bob: Member, mo: Member, mia: Member
) -> None:
    browser = use_everything(violet, thread, alice, bob, mo, mia)
    browser.get(thread.get_absolute_url())
    for look in (found_in_tables, found_in_sessions):
        assert look(*SOUGHT), f"{look.__name__} cannot find anything"
    assert set(found_in_tables(*RARE)) and found_in_files(house, ADDRESS)
    assert all(any(rare in found for found in found_in_tables(*RARE)) for rare in RARE)
    erase(violet, "words")
    assert found_anywhere(*SOUGHT) == []
    assert Session.objects.filter(member=bob).exists(), "others stay signed in"


@pytest.mark.django_db(transaction=True)
def test_without_the_name_the_words_stay_and_nothing_joins_them(
    house: Path, violet: Member, thread: Thread, alice: Member, bob: Member, mo: Member, mia: Member
) -> None:
    use_everything(violet, thread, alice, bob, mo, mia)
    erase(violet, "name")
    assert found_anywhere(NAME, OLD_NAME, ADDRESS, "violetquill", "umberquill") == []
    assert not Comment.objects.filter(author=violet).exists()
    assert "silberdistel" in " ".join(Comment.objects.values_list("body", flat=True))


@pytest.mark.django_db(transaction=True)
def test_every_row_that_the_registry_says_goes_is_gone(
    house: Path, violet: Member, thread: Thread, alice: Member, bob: Member, mo: Member, mia: Member
) -> None:
    use_everything(violet, thread, alice, bob, mo, mia)
    assert any(rows_of(violet, column) for column in leading_columns())
    erase(violet, "words")
    assert [column for column in leading_columns() if rows_of(violet, column)] == []


def leading_columns() -> list[str]:
    """Columns that lead to a member, in rows that an erasure deletes."""
    gone = [column for column, (_, fate) in registered().items() if fate == GONE]
    return [column for column in gone if field_of(column).related_model is Member]


def field_of(column: str) -> Any:
    from django.apps import apps

    model, _, name = column.rpartition(".")
    return apps.get_model(model)._meta.get_field(name)


def rows_of(member: Member, column: str) -> int:
    field = field_of(column)
    return int(field.model._base_manager.filter(**{field.name: member}).count())


@pytest.mark.django_db(transaction=True)
def test_the_search_sees_what_a_cache_and_a_table_of_others_hold(
    thread: Thread, violet: Member, client: Client
) -> None:
    client.get(thread.get_absolute_url())
    if found_in_cache("fliederbusch") == []:
        pytest.skip("no finished pages are kept in this run")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE somebody_elses (words text)")
        cursor.execute("INSERT INTO somebody_elses VALUES ('a fliederbusch')")
    try:
        assert "somebody_elses: fliederbusch" in found_in_tables("fliederbusch")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE somebody_elses")
