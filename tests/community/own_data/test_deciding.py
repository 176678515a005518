"""What a name is besides somebody's, by what articles and strangers say with it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import Q
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.library.actions import create_article, publish_article
from community.members.models import Member
from community.own_data.actions import ask_by_mail
from community.own_data.deciding import kinds_of
from community.own_data.links import token_of
from community.own_data.models import Erasure
from community.threads.actions import post_comment
from community.threads.indexing import index_comments
from community.threads.models import Comment, Thread
from community.threads.placing import open_thread
from community.threads.posting.submissions import Guest
from tests.people import PROVEN, member

NAME = "Zephyrquill"


def article_saying(body: str, author: str = "") -> Thread:
    """The thread below another article."""
    made = create_article(title="Another", body_html=f"<p>{body}</p>", author=author)
    return open_thread(publish_article(article=made))


@pytest.fixture
def elsewhere(thread: Thread) -> Thread:
    """A thread in which Zephyrquill takes no part."""
    return article_saying("Sleep.")


@pytest.fixture
def person(thread: Thread) -> Member:
    """Zephyrquill, who wrote in one thread."""
    person = member(NAME, approved_posts=PROVEN)
    post_comment(thread=thread, author=person, text="I sleep well.")
    return person


def kind(person: Member, name: str = NAME) -> str:
    """What the name is besides."""
    return kinds_of([name], Q(author=person))[name]


def strangers_say(thread: Thread, *texts: str) -> None:
    """Each by somebody who wrote nowhere else."""
    for text in texts:
        stranger = member(f"Stranger{Member.objects.count()}", approved_posts=PROVEN)
        post_comment(thread=thread, author=stranger, text=text)


def show_all() -> None:
    """Let everybody see what guests wrote."""
    Comment.objects.update(state="visible")
    index_comments(Comment.objects.select_related("thread"))


def written_before(thread: Thread) -> None:
    """What stands in a thread was written before anybody here came."""
    Comment.objects.filter(thread=thread).update(created_at=timezone.now() - timedelta(days=900))


def test_a_name_that_nothing_else_is_called(person: Member) -> None:
    assert kinds_of([NAME], Q(author=person)) == {NAME: "only", f"{NAME}s": "only"}


@pytest.mark.parametrize(
    ("body", "besides"),
    [
        ("A zephyrquill blooms.", "word"),
        ("The zephyrquills bloom.", "word"),
        ("Dr Zephyrquill says so.", "others"),
        ("Zephyrquillian days.", "only"),
    ],
)
def test_what_an_article_says_with_it(person: Member, body: str, besides: str) -> None:
    article_saying(body)
    assert kind(person) == besides


def test_who_wrote_an_article_does_not_count(person: Member) -> None:
    article_saying("Sleep.", author="Zephyrquill, MD")
    assert kind(person) == "only"


def test_a_draft_does_not_count(person: Member) -> None:
    create_article(title="Draft", body_html="<p>A zephyrquill.</p>")
    assert kind(person) == "only"


def test_two_strangers_make_a_word_and_one_may_have_read_of_the_person(
    person: Member, elsewhere: Thread
) -> None:
    strangers_say(elsewhere, "I grow zephyrquill.")
    assert kind(person) == "only"
    strangers_say(article_saying("Tea."), "My zephyrquill is dry.")
    assert kind(person) == "word"


def test_strangers_who_write_it_as_a_name_may_have_read_of_the_person(
    person: Member, elsewhere: Thread
) -> None:
    strangers_say(elsewhere, "As Zephyrquill said.", "Zephyrquill knows.", "I thank Zephyrquill.")
    assert kind(person) == "only"


@pytest.mark.parametrize(
    ("text", "besides"),
    [("My sister Zephyrquill.", "others"), ("My zephyrquill is dry.", "word")],
)
def test_what_was_said_before_the_person_came_is_about_something_else(
    person: Member, elsewhere: Thread, text: str, besides: str
) -> None:
    strangers_say(elsewhere, text)
    written_before(elsewhere)
    assert kind(person) == besides


def test_who_met_the_person_may_mean_them_anywhere(
    person: Member, thread: Thread, elsewhere: Thread, alice: Member, bob: Member
) -> None:
    for each in (alice, bob):
        post_comment(thread=thread, author=each, text=f"Good to read, says {each.pseudonym}.")
        post_comment(thread=elsewhere, author=each, text=f"As zephyrquill said to {each.pseudonym}")
    assert kind(person) == "only"


def test_guests_met_the_person_too(person: Member, thread: Thread, elsewhere: Thread) -> None:
    for name in ("Gus", "Gil"):
        for where in (thread, elsewhere):
            post_comment(thread=where, author=Guest(name, ""), text=f"{name}: as zephyrquill said.")
    show_all()
    assert kind(person) == "only"


def test_in_a_thread_where_the_person_is_called_all_may_mean_them(
    person: Member, elsewhere: Thread
) -> None:
    strangers_say(
        elsewhere, f"@{NAME}, what do you say?", "as zephyrquill says", "yes, zephyrquill"
    )
    assert kind(person) == "only"


def test_a_guest_of_that_name_is_somebody_else(person: Member, elsewhere: Thread) -> None:
    post_comment(thread=elsewhere, author=Guest("zéphyrquill", ""), text="I am another one.")
    show_all()
    strangers_say(elsewhere, "as zephyrquill says", "yes, zephyrquill")
    assert kind(person) == "others"


def test_a_name_of_several_words_is_looked_for_as_it_stands(
    person: Member, elsewhere: Thread
) -> None:
    strangers_say(elsewhere, "a slow and kind otter", "slow is the otter")
    assert kind(person, "Slow Otter") == "only"
    strangers_say(elsewhere, "It is a slow otter.", "No slow otter.")
    assert kind(person, "Slow Otter") == "word"
    assert kind(person, "Brain Fog") == "word"


def test_a_name_in_a_script_without_capitals(person: Member) -> None:
    assert kind(person, "小雨") == "only"
    article_saying("今天有小雨。")
    assert kind(person, "小雨") == "word"


def test_the_form_with_s_is_left_where_somebody_is_called_so(
    person: Member, elsewhere: Thread
) -> None:
    other = member("Zephyrquills", approved_posts=PROVEN)
    post_comment(thread=elsewhere, author=other, text="Hello.")
    assert kinds_of([NAME], Q(author=person)) == {NAME: "only"}


def test_more_is_asked_for_than_one_chunk(
    person: Member, elsewhere: Thread, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.search.holding.CHUNK", 2)
    strangers_say(elsewhere, *["I grow zephyrquill."] * 2)
    for number in range(5):
        post_comment(thread=elsewhere, author=person, text=f"My zephyrquill, {number}.")
    strangers_say(article_saying("Tea."), "My zephyrquill is dry.", "Mine, a zephyrquill, too.")
    assert kind(person) == "word"


def test_the_number_of_queries_does_not_grow_with_the_comments(
    person: Member, elsewhere: Thread
) -> None:
    asked = []
    for _ in range(2):
        strangers_say(elsewhere, *["My zephyrquill."] * 2)
        with CaptureQueriesContext(connection) as queries:
            assert kind(person) == "word"
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_the_form_with_s_is_no_stranger_to_the_name(person: Member, elsewhere: Thread) -> None:
    strangers_say(elsewhere, f"@{NAME}, yes", "zephyrquills advice", "as zephyrquill says")
    assert kinds_of([NAME], Q(author=person)) == {NAME: "only", f"{NAME}s": "only"}


def test_the_page_says_before_which_names_stay_in_sentences(thread: Thread, client: Client) -> None:
    for name, told in (
        ("Hope", "This means “Hope”: it is an ordinary word here."),
        ("Mirabel", "This means “Mirabel”: others are called so here."),
        (NAME, ""),
    ):
        article_saying("Dr Mirabel leads the study.")
        ask_by_mail(address=member(name).email)
        page = client.get(f"/erase/{token_of(Erasure.objects.latest('pk'))}/").content.decode()
        assert "A name that is an ordinary word, too" in page
        assert (told in page) if told else "This means" not in page
