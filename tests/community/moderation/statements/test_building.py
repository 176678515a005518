"""What a statement of reasons says."""

from collections.abc import Callable

import pytest

from community.members.models import Member
from community.moderation.decisions.actions import ask_revision, reject_comment, remove_comment
from community.moderation.decisions.models import RESTRICTIONS
from community.moderation.flags.actions import Flagger, flag_comment
from community.moderation.models import Decision
from community.moderation.notices.actions import Given, Taking, act_on_notice, receive_notice
from community.moderation.statements.building import newest_shown, statement_of
from community.moderation.statements.wording import GROUNDS, MEANINGS
from community.threads.actions import edit_comment
from community.threads.models import Comment

Say = Callable[..., Comment]


def test_every_restriction_and_every_ground_has_its_words() -> None:
    assert set(MEANINGS) == set(RESTRICTIONS)
    assert set(GROUNDS) == {*Decision.Ground.values} - {"", "illegal"}


def test_removed_and_never_published_are_different_words(
    say: Say, nadia: Member, alice: Member, mo: Member
) -> None:
    never = reject_comment(comment=say("A", nadia), moderator=mo, version=1, ground="dose")
    back = ask_revision(comment=say("B", nadia), moderator=mo, version=1, ground="dose")
    gone = remove_comment(comment=say("C", alice), moderator=mo, version=1, ground="dose")
    titles = [statement_of(decision).title for decision in (never, back, gone)]
    assert len(set(titles)) == 3
    assert "never seen" in statement_of(never).meaning and "saw it" in statement_of(gone).meaning


def test_it_says_whether_a_rule_or_a_person_found_it(
    say: Say, nadia: Member, alice: Member, mo: Member
) -> None:
    found = reject_comment(
        comment=say("Call 01632 960123", nadia), moderator=mo, version=1, ground="dose"
    )
    seen = remove_comment(comment=say("C", alice), moderator=mo, version=1, ground="dose")
    assert "A rule pointed at it; a person" in statement_of(found).means
    assert "No machine took part" in statement_of(seen).means


def test_an_automatic_measure_says_that_no_person_decided_yet(
    say: Say, alice: Member, bob: Member, nadia: Member
) -> None:
    comment = say("Words", alice)
    for flagger in (Flagger(bob), Flagger(nadia), Flagger(guest_key="g")):
        flag_comment(comment=comment, flagger=flagger, reason="attack")
    statement = statement_of(Decision.objects.get(kind="hide"))
    assert "A rule did this by itself" in statement.means
    assert "Readers said that it breaks the guidelines" in statement.ground
    assert any("Readers had flagged it" in fact for fact in statement.facts)


def test_a_notice_is_named_as_what_led_to_it_and_never_its_sender(
    say: Say, alice: Member, mo: Member
) -> None:
    comment = say("Words", alice)
    notice = receive_notice(
        given=Given(f"/comments/{comment.pk}/", "It is libel.", name="Gustav Secret")
    )
    taking = Taking("illegal", "Libel.", 1)
    act_on_notice(notice=notice, moderator=mo, taking=taking, answer="Yes.")
    statement = statement_of(Decision.objects.get(kind="remove"))
    assert statement.is_legal and "against the law" in statement.ground
    assert any("a notice" in fact for fact in statement.facts)
    assert "Secret" not in str(statement)


def test_it_says_which_version_it_is_about(say: Say, nadia: Member, mo: Member) -> None:
    comment = edit_comment(comment=say("A", nadia), author=nadia, text="B")
    decision = reject_comment(comment=comment, moderator=mo, version=2, ground="dose")
    assert "after one change" in statement_of(decision).facts[0]


def test_other_decisions_need_no_statement() -> None:
    with pytest.raises(KeyError):
        statement_of(Decision(kind="approve"))
    assert not Decision(kind="close", thread_id=1).is_restriction
    assert Decision(kind="pause", member_id=1).is_restriction


def test_what_is_shown_to_an_author_is_the_newest_decision_about_their_words() -> None:
    kinds = ["notice_acted", "annotate", "remove", "approve"]
    shown = newest_shown(Decision(kind=kind) for kind in kinds)
    assert shown and shown.kind == "remove"
    assert newest_shown([]) is None
