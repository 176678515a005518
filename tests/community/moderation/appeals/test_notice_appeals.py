"""Who sent a notice that was declined appeals: Article 20(1) of Regulation (EU) 2022/2065."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client

from articles.models import Article
from community.members.models import Member
from community.moderation.appeals.actions import (
    keep_decision,
    lodge_appeal,
    object_to_answer,
    reverse_decision,
)
from community.moderation.claims.actions import NotAllowed
from community.moderation.models import Appeal, Claim, Decision, Notice
from community.moderation.notices.actions import (
    Given,
    Taking,
    act_on_notice,
    decline_notice,
    receive_notice,
)
from community.moderation.notices.references import notice_url
from community.moderation.statements.building import APPEAL_TIME, statement_of
from community.notifications.telling import tell_waiting_events
from community.threads.models import Comment
from tests.moderation_pages import page, text

Say = Callable[..., Comment]
LIBEL = Taking("illegal", "Section 186.", 1)


def declined_about(address: str, mo: Member) -> Notice:
    given = Given(address, "It is libel.", name="Gustav", email="gustav@people.example")
    notice = receive_notice(given=given)
    decline_notice(notice=notice, moderator=mo, answer="It is an opinion.")
    notice.refresh_from_db()
    return notice


@pytest.fixture
def declined(say: Say, alice: Member, mo: Member) -> Notice:
    """Mo left a comment by Alice as it is."""
    return declined_about(f"/comments/{say('Doctor Smith takes bribes.', alice).pk}/", mo)


def test_the_comment_is_removed_after_all_and_both_are_told(
    declined: Notice, alice: Member, mia: Member
) -> None:
    appeal = object_to_answer(notice=declined, words="It states a fact.")
    row = reverse_decision(appeal=appeal, moderator=mia, words="You are right.", taking=LIBEL)
    declined.refresh_from_db()
    assert declined.state == Notice.State.ACTED and row.reverses == declined.decision
    removal = Decision.objects.get(kind="remove")
    assert any("a notice" in fact for fact in statement_of(removal).facts)
    tell_waiting_events()
    told = [(message.to[0], message.body) for message in mail.outbox]
    assert [to for to, body in told if "Section 186." in body] == [alice.email]
    answers = [body for to, body in told if "The comment was removed after all." in body]
    assert len(answers) == 1 and "You are right." in answers[0]
    assert not any(
        "Gustav" in body or "states a fact" in body for to, body in told if to == alice.email
    )
    shown = text(Client(), notice_url(declined))
    assert "It is an opinion." in shown and "You are right." in shown


def test_the_answer_stands_with_reasons_and_redress(declined: Notice, mia: Member) -> None:
    appeal = object_to_answer(notice=declined, words="It states a fact.")
    keep_decision(appeal=appeal, moderator=mia, words="It says “I think”.")
    declined.refresh_from_db()
    assert declined.state == Notice.State.DECLINED and declined.comment.is_visible
    tell_waiting_events()
    assert mail.outbox[-1].to == ["gustav@people.example"]
    assert "Article 21" in mail.outbox[-1].body and "It says “I think”." in mail.outbox[-1].body


def test_neither_who_declined_nor_who_wrote_the_comment_decides(
    declined: Notice, say: Say, mo: Member, mia: Member
) -> None:
    appeal = object_to_answer(notice=declined, words="Words")
    with pytest.raises(NotAllowed):
        keep_decision(appeal=appeal, moderator=mo, words="No.")
    Member.objects.filter(pk=mia.pk).update(approved_posts=5)
    of_mia = declined_about(f"/comments/{say('I take bribes', mia).pk}/", mo)
    appeal = object_to_answer(notice=of_mia, words="Words")
    with pytest.raises(NotAllowed):
        keep_decision(appeal=appeal, moderator=mia, words="No.")


def test_only_what_was_declined_can_be_appealed_and_for_six_months(
    declined: Notice, say: Say, alice: Member, mo: Member
) -> None:
    given = Given(f"/comments/{say('Other words', alice).pk}/", "It is libel.")
    acted = receive_notice(given=given)
    with pytest.raises(NotAllowed):
        object_to_answer(notice=acted, words="Quick")
    act_on_notice(notice=acted, moderator=mo, taking=LIBEL, answer="Removed.")
    acted.refresh_from_db()
    with pytest.raises(NotAllowed):
        object_to_answer(notice=acted, words="Words")
    end = declined.decision.decided_at + APPEAL_TIME
    late = pytest.raises(NotAllowed, match="six months")
    with time_machine.travel(end + timedelta(minutes=1), tick=False), late:
        object_to_answer(notice=declined, words="Words")


def test_the_author_cannot_appeal_against_it(declined: Notice, alice: Member) -> None:
    with pytest.raises(NotAllowed):
        lodge_appeal(decision=declined.decision, author=alice, words="Words")


def test_it_is_sent_on_the_page_of_the_notice_and_decided_by_somebody_else(
    declined: Notice, mia: Member, as_mia: Client
) -> None:
    client, where = Client(), notice_url(declined)
    assert "You can appeal until" in text(client, where)
    assert client.post(where, {"words": ""}).status_code == 422
    client.post(where, {"words": "It states a fact."})
    assert "You will be told here and by mail" in text(client, where)
    again = client.post(where, {"words": "And another thing."})
    assert again.status_code == 422 and "And another thing." in again.content.decode()
    assert not client.cookies
    appeal = Appeal.objects.get()
    case = f"/moderation/appeals/{appeal.pk}/"
    shown = text(as_mia, case)
    assert "It is an opinion." in shown and "It states a fact." in shown
    assert Claim.objects.get().moderator == mia
    sent = {"words": "You are right.", "answer": "reverse", "version": "1", "ground": "illegal"}
    refused = as_mia.post(case, sent)
    assert refused.status_code == 409 and "which law" in refused.content.decode()
    assert page(as_mia, case).css_first("[name=version]").attributes["value"] == "1"
    as_mia.post(case, sent | {"to_author": "Section 186."})
    assert Comment.objects.get(pk=declined.comment.pk).state == "removed"


def test_about_an_article_staff_decide(article: Article, mo: Member, mia: Member) -> None:
    boss = Member.objects.create_user("boss@people.example", "Boss", role=Member.Role.STAFF)
    notice = receive_notice(given=Given(article.get_absolute_url(), "It is stolen."))
    decline_notice(notice=notice, moderator=boss, answer="We may print it.")
    notice.refresh_from_db()
    appeal = object_to_answer(notice=notice, words="You may not.")
    with pytest.raises(NotAllowed, match="staff"):
        reverse_decision(appeal=appeal, moderator=mia, words="Yes.")
    other = Member.objects.create_user("other@people.example", "Other", role=Member.Role.STAFF)
    reverse_decision(appeal=appeal, moderator=other, words="We withdrew it.")
    notice.refresh_from_db()
    assert notice.state == Notice.State.ACTED


def test_who_gave_no_address_reads_it_on_the_page(say: Say, alice: Member, mo: Member) -> None:
    notice = receive_notice(given=Given(f"/comments/{say('Words', alice).pk}/", "Illegal."))
    decline_notice(notice=notice, moderator=mo, answer="No.")
    notice.refresh_from_db()
    object_to_answer(notice=notice, words="Yes.")
    tell_waiting_events()
    assert mail.outbox == []
    assert "You will be told here." in text(Client(), notice_url(notice))
