"""Names that are erased: one that nothing else is called is nowhere, one that is a word stays a word."""

from pathlib import Path
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.filebased import EmailBackend
from django.test import Client

from articles.ask.actions import store_question
from articles.ask.answering import answer
from articles.ask.models import Question
from articles.library.actions import create_article, find_topics, publish_article
from community.conversations.actions import start_conversation
from community.member_pages.actions import save_page
from community.members.models import Member
from community.moderation.flags.actions import Flagger, flag_comment
from community.moderation.notices.actions import Given, receive_notice
from community.moderation.sanctions.noting import note_about
from community.own_data.downloading import ask_for_download, prepare_downloads
from community.own_data.guests import erase_guest_comment, take_back_for_guests
from community.own_data.models import Erasure
from community.threads.actions import edit_comment, post_comment
from community.threads.holding.actions import hold_words
from community.threads.models import Comment, Thread
from community.threads.placing import open_thread
from community.threads.posting.submissions import Guest
from tests.community.own_data.searching import found_anywhere, found_in_tables
from tests.community.own_data.test_erasing import erase
from tests.people import PROVEN, member

SAYINGS = (
    "Thank you @{name}, that helped.", "{name} said it well.", "As {lower} said, rest.",
    "{name}’s way is mine, and {upper} knows.", "I thank _{name}_.", "{name}s advice was good.",
)  # fmt: skip


@pytest.fixture
def house(settings: Any, tmp_path: Path) -> Path:
    """A folder of its own for all files of the site, with mail in it."""
    settings.DATA_DIR = tmp_path
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    (tmp_path / "mail").mkdir()
    return tmp_path


def another(body: str = "B.") -> Thread:
    return open_thread(
        publish_article(article=create_article(title="B", body_html=f"<p>{body}</p>"))
    )


def said_by_somebody(thread: Thread, saying: str, name: str) -> Comment:
    """What a member says who wrote nothing before."""
    text = saying.format(name=name, lower=name.lower(), upper=name.upper())
    somebody = member(f"Writer{Member.objects.count()}", approved_posts=PROVEN)
    return post_comment(thread=thread, author=somebody, text=text).comment


def bodies() -> list[str]:
    """What all comments say."""
    return list(Comment.objects.values_list("body", flat=True))


def spoken_of(name: str, thread: Thread, bob: Member, alice: Member, mo: Member) -> Member:
    """A member whose name others wrote wherever people can write one."""
    person = member(name, approved_posts=PROVEN)
    own = post_comment(thread=thread, author=person, text=f"I rest. {name} here.").comment
    elsewhere = another()
    for where in (thread, elsewhere):
        for saying in SAYINGS if name[-1].isascii() else SAYINGS[:-1]:
            said_by_somebody(where, saying, name)
    edited = post_comment(thread=elsewhere, author=bob, text=f"So says {name}.").comment
    edit_comment(comment=edited, author=bob, text="So say many.")
    topic = find_topics(["Sleep"])[0]
    start_conversation(topic=topic, author=bob, title=f"What {name} said", text="Yes.")
    start_conversation(
        topic=topic, author=alice, title="Among us", text=f"I like {name}.", audience="members"
    )
    flag_comment(comment=edited, flagger=Flagger(alice), reason="other", words=f"{name} is meant.")
    receive_notice(
        given=Given(f"/comments/{own.pk}/", f"Of {name}.", f"{name}’s law"), notifier=bob
    )
    note_about(member=bob, moderator=mo, words=f"He likes {name}.")
    hold_words(
        thread=thread, member=bob, path="/x/", text=f"Dear {name}", more={"title": f"To {name}"}
    )
    save_page(member=bob, relation="", audience="everyone", shows_comments=True,
              journey=f"I met {name}", interest="")  # fmt: skip
    Thread.objects.filter(pk=elsewhere.pk).update(mode_words=f"Be kind to {name}.")
    store_question(text=f"What did {name} say?", answer=answer(""))
    ask_for_download(member=bob)
    prepare_downloads()
    letter = EmailMessage("News", f"Bob wrote: As {name.lower()} said.", to=[alice.email])
    EmailBackend().send_messages([letter])
    Client().get(thread.get_absolute_url())
    return person


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("how", ["words", "name"])
@pytest.mark.parametrize("name", ["Zephyrquill", "Ożóg", "Śnieżynka", "Журавлик"])
def test_a_name_that_nothing_else_is_called_is_nowhere(
    house: Path, thread: Thread, bob: Member, alice: Member, mo: Member, name: str, how: str
) -> None:
    person = spoken_of(name, thread, bob, alice, mo)
    assert found_in_tables(name)
    erase(person, how)
    assert found_anywhere(name) == []
    said = bodies()
    assert "As a former member said, rest." in said and "A former member said it well." in said
    assert Erasure.objects.get().names == {}


@pytest.mark.django_db(transaction=True)
def test_typed_without_its_accents_it_goes_too(
    house: Path, thread: Thread, bob: Member, alice: Member, mo: Member
) -> None:
    person = spoken_of("Śnieżynka", thread, bob, alice, mo)
    post_comment(thread=another(), author=bob, text="Snieżynka, or snieżynka, or SNIEZYNKA’s.")
    erase(person, "words")
    assert found_anywhere("Śnieżynka", "Snieżynka", "Sniezynka") == []


def test_a_word_of_every_day_stays_but_where_it_plainly_names_somebody(
    house: Path, thread: Thread, bob: Member, alice: Member, mo: Member
) -> None:
    person = spoken_of("Hope", thread, bob, alice, mo)
    for text in (
        "In reply to Hope\nYes.",
        "Hope wrote: rest.",
        "Dear Hope,\nthanks.",
        "I hope so.",
    ):
        post_comment(thread=thread, author=bob, text=text)
    erase(person, "words")
    said = set(bodies())
    assert {"As hope said, rest.", "Hope said it well.", "I hope so."} <= said
    assert "Thank you @a former member, that helped." in said
    assert {"In reply to a former member\nYes.", "A former member wrote: rest."} <= said
    assert "Dear a former member,\nthanks." in said


def test_a_name_that_an_article_has_goes_where_the_person_took_part(
    house: Path, thread: Thread, bob: Member, alice: Member, mo: Member
) -> None:
    another("Dr Mirabel leads the study.")
    person = spoken_of("Mirabel", thread, bob, alice, mo)
    elsewhere = Thread.objects.exclude(mode_words="").get()
    erase(person, "words")
    told = {
        where: set(Comment.objects.filter(thread=where).values_list("body", flat=True))
        for where in (thread, elsewhere)
    }
    assert "As a former member said, rest." in told[thread]
    assert "As mirabel said, rest." in told[elsewhere]
    assert "Thank you @a former member, that helped." in told[elsewhere]
    assert "Be kind to Mirabel." == Thread.objects.get(pk=elsewhere.pk).mode_words


def test_a_name_inside_another_word_stays(thread: Thread, bob: Member) -> None:
    person = member("Zephyr", approved_posts=PROVEN)
    post_comment(thread=thread, author=person, text="I rest.")
    inside = post_comment(thread=thread, author=bob, text="A Zephyrquill, and zephyr.").comment
    erase(person, "words")
    inside.refresh_from_db()
    assert inside.body == "A Zephyrquill, and a former member."


def guest_comment(thread: Thread, name: str, text: str) -> Comment:
    """A comment of a guest that everybody can see."""
    made = post_comment(thread=thread, author=Guest(name, ""), text=text).comment
    Comment.objects.filter(pk=made.pk).update(state="visible")
    return Comment.objects.select_related("thread", "parent", "author").get(pk=made.pk)


@pytest.mark.django_db(transaction=True)
def test_a_guests_name_goes_from_the_whole_thread(
    house: Path, thread: Thread, bob: Member, alice: Member
) -> None:
    comment = guest_comment(thread, "Zephyrquill", "I rest.")
    for saying in SAYINGS[:5]:
        said = said_by_somebody(thread, saying, "Zephyrquill")
    flag_comment(
        comment=said, flagger=Flagger(alice), reason="other", words="Zephyrquill is meant."
    )
    store_question(text="Who is Zephyrquill?", answer=answer(""))
    Client().get(thread.get_absolute_url())
    erase_guest_comment(comment=comment)
    assert take_back_for_guests() == 1, "though nobody can have quoted so few words"
    assert found_anywhere("Zephyrquill") == []


def test_a_guests_name_elsewhere_may_be_somebody_elses(
    house: Path, thread: Thread, bob: Member
) -> None:
    comment = guest_comment(thread, "Zephyrquill", "I rest.")
    elsewhere = post_comment(thread=another(), author=bob, text="My zephyrquill is dry.").comment
    erase_guest_comment(comment=comment)
    elsewhere.refresh_from_db()
    assert elsewhere.body == "My zephyrquill is dry."


def test_a_guest_named_by_a_word_keeps_nobody_from_using_it(
    house: Path, thread: Thread, bob: Member
) -> None:
    comment = guest_comment(thread, "Hope", "I rest.")
    said = post_comment(thread=thread, author=bob, text="@Hope, I hope so.", parent=comment).comment
    store_question(text="Is there hope?", answer=answer(""))
    erase_guest_comment(comment=comment)
    said.refresh_from_db()
    assert said.body == "@a former member, I hope so." and Question.objects.exists()


def test_a_claimed_comment_takes_the_name_above_it_out_of_its_thread(
    thread: Thread, bob: Member, alice: Member
) -> None:
    old = guest_comment(thread, "Zephyrquill", "I rest.")
    Comment.objects.filter(pk=old.pk).update(author=alice, is_imported=True)
    said = post_comment(thread=thread, author=bob, text="So zephyrquill says.").comment
    erase(alice, "words")
    said.refresh_from_db()
    assert said.body == "So a former member says."
