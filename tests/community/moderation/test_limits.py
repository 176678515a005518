"""Limits of moderation that no other test meets. See docs/limits.md."""

from django.http import HttpResponse
from django.test import Client

from community.members.models import Member
from community.moderation.claims.actions import add_note
from community.moderation.decisions.actions import remove_comment, restore_comment
from community.moderation.decisions.forms import WORDS_MAX
from community.moderation.models import Decision
from community.moderation.queue.cases import DECISIONS_SHOWN, NOTES_SHOWN
from community.moderation.queue.waiting_list import BEGINNING
from community.threads.models import Comment
from tests.moderation_pages import QUEUE, Say, address, lines, page, text


def reject(client: Client, comment: Comment, words: str) -> HttpResponse:
    data = {"decision": "reject", "version": 1, "ground": "off_topic", "words": words}
    return client.post(address(comment), data)


def test_own_words_of_just_the_limit_reach_the_writer_however_many_lines_they_have(
    say: Say, as_mo: Client
) -> None:
    comment, longest = say(), "x\r\n" * (WORDS_MAX // 2 - 1) + "xx"
    response = reject(as_mo, comment, longest + "x")
    shown = response.content.decode()
    assert longest + "x</textarea>" in shown and not Decision.objects.exists()
    assert f"Up to {WORDS_MAX:,} characters, please; nothing you wrote is lost." in shown
    assert reject(as_mo, comment, longest).status_code == 302
    assert len(Decision.objects.get().words) == WORDS_MAX


def test_too_many_words_for_another_reason_are_not_called_missing(say: Say, as_mo: Client) -> None:
    data = {"decision": "reject", "version": 1, "ground": "other", "words": "w" * (WORDS_MAX + 1)}
    shown = as_mo.post(address(say()), data).content.decode()
    assert "nothing you wrote is lost" in shown and "Please say in your own words" not in shown


def test_no_browser_cuts_off_what_a_moderator_pastes(say: Say, as_mo: Client) -> None:
    found = page(as_mo, address(say()))
    assert found.css("textarea") and not found.css("textarea[maxlength]")


def test_a_line_of_the_queue_shows_the_beginning_and_the_case_all_of_it(
    say: Say, as_mo: Client
) -> None:
    words = "rest early " * BEGINNING
    comment = say(words)
    [line] = lines(page(as_mo, QUEUE))
    assert "rest…" in line and BEGINNING // 11 - 1 <= line.count("rest early") <= BEGINNING // 11
    assert words.strip() in text(as_mo, address(comment))


def test_the_newest_decisions_stand_below_a_comment_and_the_log_has_all(
    say: Say, alice: Member, mo: Member, as_mo: Client
) -> None:
    comment = say("Words", alice)
    for number in range(DECISIONS_SHOWN // 2 + 1):
        by_mo = {"comment": comment, "moderator": mo, "version": 1}
        remove_comment(**by_mo, ground="attack", words=f"Removal {number}.")
        restore_comment(**by_mo)
    shown = text(as_mo, address(comment))
    assert "Removal 1." in shown and "Removal 0." not in shown
    assert f"Removal {DECISIONS_SHOWN // 2}." in shown and "Older ones stand in the log." in shown
    assert "Removal 0." in text(as_mo, f"/moderation/log/?author={alice.pk}")


def test_older_notes_among_moderators_are_folded_away_and_none_is_lost(
    say: Say, mo: Member, as_mia: Client
) -> None:
    comment = say()
    for number in range(NOTES_SHOWN):
        add_note(comment=comment, moderator=mo, words=f"Note {number}.")
    assert "Older notes" not in text(as_mia, address(comment))
    add_note(comment=comment, moderator=mo, words="The newest note.")
    shown = text(as_mia, address(comment))
    assert shown.index("The newest note.") < shown.index("Note 1.") < shown.index("Older notes")
    assert shown.index("Older notes") < shown.index("Note 0.")
