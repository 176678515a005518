"""Notices of illegal content: by anybody, answered once, with reasons."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client

from articles.models import Article
from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.models import Claim, Decision, Notice
from community.moderation.notices.actions import (
    NOTICES_IN_WINDOW,
    AlreadyAnswered,
    Given,
    Taking,
    act_on_notice,
    decline_notice,
    receive_notice,
)
from community.moderation.notices.addresses import Place, read_address
from community.moderation.notices.references import ALPHABET, new_reference, notice_key, notice_url
from community.notifications.telling import tell_waiting_events
from community.threads.actions import edit_comment
from community.threads.models import Comment
from tests.moderation_pages import page, text

Say = Callable[..., Comment]
NEW = "/notices/new/"


def fresh(comment: Comment) -> Comment:
    return Comment.objects.get(pk=comment.pk)


def signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member)
    return client


@pytest.fixture
def libel(say: Say, alice: Member) -> Comment:
    """A visible comment by Alice."""
    return say("Doctor Smith takes bribes.", alice)


def sent(comment: Comment, **changes: str) -> dict[str, str]:
    """What the form of a notice sends."""
    return {
        "address": f"http://testserver/comments/{comment.pk}/",
        "explanation": "It is libel: it is not true.",
        "law": "Section 186, Germany",
        "name": "Gustav",
        "email": "gustav@people.example",
        "in_good_faith": "on",
        **changes,
    }


def noticed(comment: Comment, **changes: str) -> Notice:
    given = Given(f"/comments/{comment.pk}/", "It is libel.", email="gustav@people.example")
    return receive_notice(given=given, **changes)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("https://example.org/comments/17/", Place(17, host="example.org")),
        ("example.org/comments/17", Place(17, host="example.org")),
        ("/comments/17/?posted=17", Place(comment=17)),
        ("https://x.org/articles/sleep/?from=3#comment-17", Place(17, "sleep", "x.org")),
        ("https://x.org/articles/sleep/branch/3/?from=9#comment-17", Place(17, "sleep", "x.org")),
        ("https://x.org/articles/sleep/", Place(0, "sleep", "x.org")),
        ("17", Place(comment=17)),
        ("#17", Place(comment=17)),
        ("http://[", Place()),
        ("somewhere", Place()),
        ("", Place()),
        (f"/comments/{'9' * 30}/", Place()),
        ("/comments/²/", Place()),
    ],
)
def test_an_address_is_understood_however_it_was_copied(address: str, place: Place) -> None:
    assert read_address(address) == place


def test_a_reference_can_be_read_out() -> None:
    references = {new_reference() for _ in range(200)}
    assert len(references) == 200
    assert all(set(each[2:].replace("-", "")) <= set(ALPHABET) for each in references)
    assert not set("0O1IL2Z5S8BUV") & set(ALPHABET)


def test_anybody_sends_a_notice_and_sees_what_becomes_of_it(libel: Comment) -> None:
    client = Client()
    status = client.post(NEW, sent(libel))["Location"]
    notice = Notice.objects.get()
    assert notice.comment == libel and notice.snapshot == libel.body
    shown = text(client, status)
    assert "We have your notice" in shown and notice.reference in shown
    assert not client.cookies
    found = client.get("/notices/", {"reference": notice.reference, "key": notice_key(notice)})
    assert found["Location"] == notice_url(notice)
    tell_waiting_events()
    (message,) = mail.outbox
    assert notice.reference in message.subject and notice_url(notice) in message.body


def test_coming_from_a_comment_its_address_stands_there(libel: Comment) -> None:
    box = page(Client(), f"{NEW}?comment={libel.pk}").css_first("[name=address]")
    assert box.attributes["value"] == f"http://testserver/comments/{libel.pk}/"


@pytest.mark.parametrize("missing", ["address", "explanation", "name", "email", "in_good_faith"])
def test_what_the_law_asks_for_is_asked_for_and_words_come_back(
    libel: Comment, missing: str
) -> None:
    response = Client().post(NEW, {k: v for k, v in sent(libel).items() if k != missing})
    assert response.status_code == 422 and "error-summary" in response.content.decode()
    assert not Notice.objects.exists()
    if missing != "explanation":
        assert "It is libel: it is not true." in response.content.decode()


def test_about_the_abuse_of_children_no_name_is_needed(libel: Comment) -> None:
    given = sent(libel, name="", email="", is_nameless="on")
    assert Client().post(NEW, given).status_code == 302
    assert Notice.objects.get().name == ""


@pytest.mark.parametrize(
    ("field", "most"), [("address", 2_000), ("explanation", 5_000), ("law", 500), ("name", 200)]
)
def test_what_is_too_long_in_a_notice_comes_back_whole(
    libel: Comment, field: str, most: int
) -> None:
    long = "x" * (most + 1)
    response = Client().post(NEW, sent(libel, **{field: long}))
    assert response.status_code == 422 and long in response.content.decode()
    assert Client().post(NEW, sent(libel, **{field: long[1:]})).status_code == 302


def test_a_second_click_is_the_same_notice(libel: Comment) -> None:
    places = {Client().post(NEW, sent(libel))["Location"] for _ in range(2)}
    assert len(places) == 1 and Notice.objects.count() == 1


def test_a_flood_of_notices_is_asked_to_go_on_tomorrow(libel: Comment) -> None:
    client = Client(REMOTE_ADDR="8.8.4.4")
    for number in range(NOTICES_IN_WINDOW):
        assert client.post(NEW, sent(libel, explanation=f"Libel {number}")).status_code == 302
    response = client.post(NEW, sent(libel, explanation="Once more"))
    assert response.status_code == 422 and "tomorrow" in response.content.decode()
    assert "Once more" in response.content.decode()
    assert Client().post(NEW, sent(libel)).status_code == 302


def test_a_notice_about_something_that_is_not_here_is_taken_too(libel: Comment) -> None:
    Client().post(NEW, sent(libel, address="https://elsewhere.example/page"))
    notice = Notice.objects.get()
    assert notice.comment is None and notice.article is None


@pytest.mark.parametrize("key", ["wrong", "", "0" * 16])
def test_a_wrong_key_opens_nothing(libel: Comment, key: str) -> None:
    notice = noticed(libel)
    assert Client().get(f"/notices/{notice.reference}/{key or 'x'}/").status_code == 404
    shown = text(Client(), f"/notices/?reference={notice.reference}&key={key or 'x'}")
    assert "There is no notice with this reference" in shown


def test_acting_removes_the_comment_and_tells_both(
    libel: Comment, alice: Member, mo: Member
) -> None:
    notice = noticed(libel)
    row = act_on_notice(
        notice=notice,
        moderator=mo,
        taking=Taking("illegal", "It is libel.", 1),
        answer="We removed it.",
    )
    assert fresh(libel).state == "removed"
    notice.refresh_from_db()
    assert notice.state == Notice.State.ACTED and notice.decision.kind == "remove"
    assert (row.kind, row.lane, row.ground) == ("notice_acted", "notices", "illegal")
    tell_waiting_events()
    told = {message.to[0]: message.body for message in mail.outbox}
    assert "against the law" in told[alice.email] and "Gustav" not in told[alice.email]
    assert "We removed it." in told["gustav@people.example"]


def test_declining_leaves_it_and_says_why(libel: Comment, mo: Member) -> None:
    notice = noticed(libel)
    decline_notice(notice=notice, moderator=mo, answer="It is an opinion.")
    assert fresh(libel).is_visible
    assert "It is an opinion." in text(Client(), notice_url(notice))


def test_a_notice_is_answered_once_and_with_reasons(
    libel: Comment, mo: Member, mia: Member
) -> None:
    notice = noticed(libel)
    with pytest.raises(NotAllowed, match="own words"):
        decline_notice(notice=notice, moderator=mo, answer=" ")
    decline_notice(notice=notice, moderator=mo, answer="It is an opinion.")
    with pytest.raises(AlreadyAnswered):
        act_on_notice(notice=notice, moderator=mia, taking=Taking("illegal"), answer="Yes.")
    assert fresh(libel).is_visible


def test_removing_needs_a_reason_for_the_author(libel: Comment, mo: Member) -> None:
    notice = noticed(libel)
    with pytest.raises(NotAllowed):
        act_on_notice(notice=notice, moderator=mo, taking=Taking(), answer="Yes.")
    notice.refresh_from_db()
    assert notice.state == Notice.State.OPEN and fresh(libel).is_visible


def test_nobody_decides_on_a_notice_about_their_own_words(
    say: Say, mo: Member, mia: Member
) -> None:
    Member.objects.filter(pk=mo.pk).update(approved_posts=5)
    mo.refresh_from_db()
    own = noticed(say("Words of Mo", mo))
    sent_by_mia = noticed(say("Other words", mo), notifier=mia)
    with pytest.raises(NotAllowed):
        decline_notice(notice=own, moderator=mo, answer="No.")
    with pytest.raises(NotAllowed):
        decline_notice(notice=sent_by_mia, moderator=mia, answer="No.")


def test_an_article_is_for_staff(article: Article, mo: Member, stefan: Member) -> None:
    notice = receive_notice(given=Given(article.get_absolute_url(), "It is stolen."))
    with pytest.raises(NotAllowed, match="staff"):
        act_on_notice(notice=notice, moderator=mo, taking=Taking(), answer="Yes.")
    act_on_notice(notice=notice, moderator=stefan, taking=Taking(), answer="Corrected.")
    assert Decision.objects.get().kind == "notice_acted"


def test_moderators_read_claim_and_answer(libel: Comment, mo: Member, mia: Member) -> None:
    notice = noticed(libel)
    where = f"/moderation/notices/{notice.pk}/"
    client = signed_in(mo)
    assert "It is libel." in text(client, "/moderation/notices/")
    client.get(where)
    assert Claim.objects.get().moderator == mo
    assert "Mo is reading it" in text(signed_in(mia), where)
    late = signed_in(mia).post(where, {"answer": "No.", "do": "decline", "ground": "illegal"})
    assert late.status_code == 409 and "Mo is reading it now" in late.content.decode()
    given = {"answer": "Removed.", "do": "act", "ground": "illegal", "to_author": "Libel."}
    client.post(where, given | {"version": "1"})
    assert fresh(libel).state == "removed" and not Claim.objects.exists()
    assert "No notice waits." in text(client, "/moderation/notices/")


def test_what_the_author_changed_since_is_shown(libel: Comment, alice: Member, mo: Member) -> None:
    notice = noticed(libel)
    edit_comment(comment=libel, author=alice, text="Doctor Smith is kind.")
    found = page(signed_in(mo), f"/moderation/notices/{notice.pk}/")
    assert found.css_first("ins") and found.css_first("del")
