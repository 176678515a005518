"""Staff keep the list of words, and try words before they count."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.utils import timezone

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.terms import trying
from community.moderation.terms.actions import add_terms, change_term, delete_term
from community.moderation.terms.forms import NOTE_MAX, TERMS_MAX
from community.moderation.terms.trying import TRIED_TIME, try_terms
from community.threads.actions import erase_comment, withdraw_comment
from community.threads.models import Comment
from community.yardsticks.models import BlockedTerm
from tests.moderation_pages import page, words

Say = Callable[..., Comment]
HERE = "/moderation/terms/"


@pytest.fixture
def as_stefan(stefan: Member) -> Client:
    client = Client()
    client.force_login(stefan)
    return client


def send(client: Client, terms: str, do: str = "try", **more: str) -> str:
    given = {"terms": terms, "outcome": "hold", "do": do, **more}
    return client.post(HERE, given, follow=True).content.decode()


def test_trying_shows_the_words_in_every_form_and_stores_nothing(
    say: Say, alice: Member, as_stefan: Client
) -> None:
    say("These w0nderpills are talked about.", alice)
    say("Nothing of the kind.", alice)
    found = send(as_stefan, "wonderpill")
    assert "<mark>w0nderpills</mark>" in found
    assert "1 comment</b> of the last 30 days" in found and "2 comments were read" in found
    assert not BlockedTerm.objects.exists() and not LogEntry.objects.exists()


def test_what_readers_see_today_is_counted_apart(say: Say, alice: Member, nadia: Member) -> None:
    say("A wonderpill, they say.", alice)
    say("Who has had a wonderpill?", nadia)
    trial = try_terms(["wonderpill"])
    assert (trial.count, trial.fine_count) == (2, 1)


def test_words_are_tried_on_the_last_thirty_days(say: Say, alice: Member) -> None:
    comment = say("A wonderpill.", alice)
    for age, count in ((TRIED_TIME - timedelta(hours=1), 1), (TRIED_TIME + timedelta(hours=1), 0)):
        Comment.objects.filter(pk=comment.pk).update(created_at=timezone.now() - age)
        assert try_terms(["wonderpill"]).count == count


def test_what_was_taken_back_or_erased_is_not_read(say: Say, alice: Member) -> None:
    withdraw_comment(comment=say("A wonderpill.", alice), author=alice)
    erase_comment(comment=say("Another wonderpill.", alice), author=alice)
    assert try_terms(["wonderpill"]).read == 0


def test_a_word_in_a_name_is_shown_as_such(say: Say, as_stefan: Client) -> None:
    from community.threads.posting.submissions import Guest

    say("Hello.", Guest("Wonderpill Shop"))
    assert "In the name: Wonderpill" in send(as_stefan, "wonderpill")


def test_of_very_many_comments_the_newest_are_read(
    say: Say, alice: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trying, "READ_MAX", 2)
    for number in range(3):
        say(f"A wonderpill, number {number}.", alice)
    trial = try_terms(["wonderpill"])
    assert (trial.read, trial.is_partial, trial.count) == (2, True, 2)
    assert trial.caught[0].comment.body.endswith("2.")


def test_of_many_that_were_caught_the_newest_are_shown(
    say: Say, alice: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trying, "SHOWN_MAX", 1)
    say("A wonderpill.", alice)
    say("Again a wonderpill here.", alice)
    trial = try_terms(["wonderpill"])
    assert (trial.count, len(trial.caught)) == (2, 1)


def test_trying_asks_the_database_once_however_much_there_is(
    say: Say, alice: Member, django_assert_num_queries: Callable
) -> None:
    for number in range(4):
        say(f"A wonderpill, number {number}.", alice)
    with django_assert_num_queries(1):
        try_terms(["wonderpill"])


def test_words_are_put_on_the_list_once_each(as_stefan: Client) -> None:
    assert "2 put on the list." in send(as_stefan, "wonderpill\n\n snake oil \nwonderpill", "add")
    told = send(as_stefan, "wonderpill\nmiracle water", "add", note="An advertiser")
    assert "1 put on the list. 1 stood there already." in told
    assert BlockedTerm.objects.count() == 3
    assert LogEntry.objects.filter(object_repr="snake oil").exists()


def test_the_whole_list_can_be_tried(say: Say, alice: Member, as_stefan: Client) -> None:
    say("A wonderpill.", alice)
    BlockedTerm.objects.create(term="wonderpill")
    assert "1 comment of" in words(page(as_stefan, f"{HERE}?whole=1").css_first("#trial"))


def test_a_word_is_changed_and_taken_off(as_stefan: Client) -> None:
    term = BlockedTerm.objects.create(term="wonderpill")
    where = f"{HERE}{term.pk}/"
    as_stefan.post(where, {"outcome": "refuse", "note": "Sold here", "do": "change"})
    term.refresh_from_db()
    assert (term.outcome, term.note) == ("refuse", "Sold here")
    as_stefan.post(where, {"do": "delete"})
    assert not BlockedTerm.objects.exists()
    assert LogEntry.objects.count() == 2


@pytest.mark.parametrize("terms", ["", "  \n ", "...", "x" * 101])
def test_what_is_no_word_comes_back(as_stefan: Client, terms: str) -> None:
    assert "error-summary" in send(as_stefan, terms, "add")
    assert not BlockedTerm.objects.exists()


def test_too_many_words_at_a_time_come_back(as_stefan: Client) -> None:
    many = [f"word{number}" for number in range(TERMS_MAX + 1)]
    assert "Up to 200 at a time" in send(as_stefan, "\n".join(many), "add")
    send(as_stefan, "\n".join(many[:TERMS_MAX]), "add")
    assert BlockedTerm.objects.count() == TERMS_MAX


def test_a_reason_that_is_too_long_comes_back(as_stefan: Client) -> None:
    long = "x" * (NOTE_MAX + 1)
    assert "Up to 500 characters" in send(as_stefan, "wonderpill", "add", note=long)


def test_only_staff_change_the_list(mo: Member) -> None:
    term = BlockedTerm.objects.create(term="wonderpill")
    with pytest.raises(NotAllowed):
        add_terms(terms=["x"], editor=mo, outcome="hold")
    with pytest.raises(NotAllowed):
        change_term(term=term, editor=mo, outcome="refuse", note="")
    with pytest.raises(NotAllowed):
        delete_term(term=term, editor=mo)
