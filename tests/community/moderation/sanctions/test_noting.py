"""Notes of the team about a person: written and taken away on their page and beside a case."""

import pytest
from django.contrib.admin.models import LogEntry

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed, add_note
from community.moderation.claims.models import Note
from community.moderation.sanctions.noting import may_take_away, note_about, take_note_away
from tests.moderation_pages import Say, address, page, text, words
from tests.sanctioning import person_address, signed_in

WORDS = "Be kind, and write to her first."


def test_the_case_takes_a_note_about_the_person(say: Say, nadia: Member, mo: Member) -> None:
    comment, client = say("Words", nadia), signed_in(mo)
    where = f"{address(comment)}handle/"
    answer = client.post(where, {"act": "note-about", "words": " "})
    assert "Please write down what the others should know." in answer.content.decode()
    answer = client.post(where, {"act": "note-about", "words": WORDS}, follow=True)
    assert answer.redirect_chain[-1][0] == address(comment)
    note = Note.objects.get()
    assert (note.member, note.comment, note.writer, note.words) == (nadia, None, mo, WORDS)
    for there in (address(comment), person_address(nadia)):
        shown = text(client, there)
        assert WORDS in shown and "Mo, just now" in shown


def test_words_that_are_too_many_come_back_whole(say: Say, nadia: Member, mo: Member) -> None:
    comment, most = say("Words", nadia), "w" * 2_001
    sent = {"act": "note-about", "words": most}
    found = signed_in(mo).post(f"{address(comment)}handle/", sent).content.decode()
    assert f"{most}</textarea>" in found and not Note.objects.exists()


def test_a_guest_is_nobody_to_note_something_about(say: Say, mo: Member) -> None:
    comment, client = say("Words"), signed_in(mo)
    assert page(client, address(comment)).css_first("button[value=note-about]") is None
    for act in ("note-about", "take-note-away"):
        client.post(f"{address(comment)}handle/", {"act": act, "words": WORDS, "note": "1"})
    assert not Note.objects.exists()


@pytest.mark.parametrize("where", ["case", "person"])
def test_who_wrote_it_takes_it_away_again(
    say: Say, nadia: Member, mo: Member, mia: Member, where: str
) -> None:
    comment = say("Words", nadia)
    note = note_about(member=nadia, moderator=mo, words=WORDS)
    there = address(comment) if where == "case" else person_address(nadia)
    post = f"{there}handle/" if where == "case" else there
    name = "act" if where == "case" else "do"
    assert page(signed_in(mia), there).css_first("button[value=take-note-away]") is None
    signed_in(mia).post(post, {name: "take-note-away", "note": note.pk})
    assert Note.objects.exists()
    button = page(signed_in(mo), there).css_first("button[value=take-note-away]")
    assert button.attributes["name"] == name
    answer = signed_in(mo).post(post, {name: "take-note-away", "note": note.pk}, follow=True)
    shown = answer.content.decode()
    assert "The note is gone." in shown and WORDS not in shown and not Note.objects.exists()
    signed_in(mo).post(post, {name: "take-note-away", "note": note.pk})  # twice is once


def test_writing_and_taking_away_stand_in_the_log_without_the_words(
    nadia: Member, mo: Member, stefan: Member
) -> None:
    note = note_about(member=nadia, moderator=mo, words=WORDS)
    take_note_away(member=nadia, note=note.pk, moderator=stefan)
    written = LogEntry.objects.order_by("pk").values_list("user", "action_flag", "change_message")
    assert list(written) == [
        (mo.pk, 1, "Note of the team written"), (stefan.pk, 3, "Note of the team taken away"),
    ]  # fmt: skip


def test_nobody_takes_away_what_is_about_them_nor_what_is_about_somebody_else(
    say: Say, nadia: Member, alice: Member, mo: Member, mia: Member, stefan: Member
) -> None:
    about_stefan = note_about(member=stefan, moderator=mo, words=WORDS)
    on_comment = add_note(comment=say("Words", nadia), moderator=mo, words=WORDS)
    about_nadia = note_about(member=nadia, moderator=mo, words=WORDS)
    assert not may_take_away(about_stefan, stefan) and not may_take_away(on_comment, mo)
    for member, note, by in ((stefan, about_stefan, stefan), (nadia, about_nadia, mia)):
        with pytest.raises(NotAllowed):
            take_note_away(member=member, note=note.pk, moderator=by)
    take_note_away(member=alice, note=about_nadia.pk, moderator=mo)
    take_note_away(member=nadia, note=on_comment.pk, moderator=mo)
    assert Note.objects.count() == 3


def test_a_former_moderator_takes_nothing_away(nadia: Member, mo: Member) -> None:
    note = note_about(member=nadia, moderator=mo, words=WORDS)
    mo.role = Member.Role.MEMBER
    assert not may_take_away(note, mo)


def test_the_person_never_sees_it(say: Say, nadia: Member, mo: Member) -> None:
    comment = say("Words", nadia)
    note_about(member=nadia, moderator=mo, words=WORDS)
    client = signed_in(nadia)
    for where in (
        "/account/",
        "/account/comments/",
        "/account/decisions/",
        f"/comments/{comment.pk}/",
    ):
        assert WORDS not in client.get(where, follow=True).content.decode()
    for where in (address(comment), person_address(nadia)):
        assert client.get(where).status_code == 404


def test_a_moderators_own_case_tells_nothing_that_was_noted_about_them(
    say: Say, mo: Member, mia: Member
) -> None:
    comment = say("Words", mo)
    note_about(member=mo, moderator=mia, words=WORDS)
    found = words(page(signed_in(mo), address(comment)).css_first("main"))
    assert WORDS not in found and "Write a note about them" not in found
