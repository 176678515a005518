"""The page of a person."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from community.members.models import Member, PseudonymChange
from community.moderation.decisions.actions import remove_comment
from community.moderation.models import Decision, Sanction
from community.moderation.replies.models import ReplyTemplate
from community.moderation.replies.reading import forget_templates
from community.threads.models import Comment
from tests.moderation_pages import page, text
from tests.sanctioning import DAY, decide, found, person_address, signed_in

Say = Callable[..., Comment]
Kind = Sanction.Kind
PAUSE = {
    "do": "sanction", "kind": "pause", "ground": "attack", "words": "Please stop.", "seen": "0",
}  # fmt: skip


def test_it_decides_and_lifts(alice: Member, mo: Member) -> None:
    client, where = signed_in(mo), person_address(alice)
    answer = client.post(where, {**PAUSE, "days": ""})
    assert answer.status_code == 422 and "when the pause ends" in answer.content.decode()
    assert "Please stop." in answer.content.decode()
    client.post(where, {**PAUSE, "days": "3"})
    shown = text(client, where)
    assert "Paused, until" in shown and "Please stop." in shown
    seen = str(Decision.objects.latest("pk").pk)
    again = client.post(where, {**PAUSE, "days": "3", "seen": seen})
    assert "Mo decided this already" in again.content.decode()
    nothing = client.post(where, {"do": "lift", "words": "", "seen": seen})
    assert "choose what is to end" in nothing.content.decode()
    client.post(where, {"do": "lift", "kinds": ["pause"], "words": "", "seen": seen})
    assert "Lifted by Mo" in text(client, where)


def test_an_end_of_ones_own_counts_instead_of_the_choice(alice: Member, mo: Member) -> None:
    day = timezone.now().date() + timedelta(days=2)
    signed_in(mo).post(person_address(alice), {**PAUSE, "days": "30", "day": day.isoformat()})
    until = Decision.objects.get().until
    assert until is not None and until.date() == day


def test_a_warning_and_a_ban_have_no_end_whatever_was_chosen(alice: Member, mo: Member) -> None:
    signed_in(mo).post(person_address(alice), {**PAUSE, "kind": "ban", "days": "3"})
    assert Decision.objects.get().until is None


def test_what_somebody_else_did_meanwhile_is_said_and_no_word_is_lost(
    alice: Member, mo: Member, mia: Member
) -> None:
    decide(alice, mo, Kind.SLOW)
    client, where = signed_in(mia), person_address(alice)
    answer = client.post(where, {**PAUSE, "days": "3"})
    said = answer.content.decode()
    assert answer.status_code == 422 and "Mo decided about this person" in said
    area = found(answer).css_first("textarea[name=words]#id_words").text()
    assert area.strip() == "Please stop." and "Slowed down" in said
    seen = found(answer).css_first("form:has([name=kind]) input[name=seen]").attributes["value"]
    client.post(where, {**PAUSE, "days": "3", "seen": seen})
    alice.refresh_from_db()
    assert alice.paused_until and alice.gap_seconds


def test_a_reply_template_begins_the_words(alice: Member, mo: Member) -> None:
    template = ReplyTemplate.objects.create(title="Kindly", words="We know that pain makes angry.")
    forget_templates()
    sent = {**PAUSE, "put_in": "sanction", "reply": str(template.pk), "days": "3"}
    answer = signed_in(mo).post(person_address(alice), sent)
    area = found(answer).css_first("textarea[name=words]#id_words").text()
    assert area.strip() == "Please stop.\n\nWe know that pain makes angry."
    assert found(answer).css_first("[name=kind][value=pause]").attributes.keys() >= {"checked"}
    assert not Decision.objects.exists()


def test_a_lifting_can_begin_with_a_text_as_well(alice: Member, mo: Member) -> None:
    template = ReplyTemplate.objects.create(title="Back", use="person", words="Welcome back.")
    forget_templates()
    decide(alice, mo, Kind.SLOW)
    decide(alice, mo, Kind.PAUSE, until=timezone.now() + DAY)
    sent = {"put_in": "lift", "reply": str(template.pk), "words": "Hello,", "kinds": ["pause"]}
    answer = signed_in(mo).post(person_address(alice), sent)
    page = found(answer)
    assert page.css_first("#lift_words").text().strip() == "Hello,\n\nWelcome back."
    checked = [box.attributes["value"] for box in page.css("[name=kinds][checked]")]
    assert checked == ["pause"] and page.css_first("details[open] #lift_words")
    assert page.css_first("#id_words").text().strip() == ""
    assert Sanction.objects.filter(lifted_by=None).count() == 2


def test_texts_for_people_stand_before_those_for_comments(alice: Member, mo: Member) -> None:
    for use, title in (("decision", "About a comment"), ("person", "About a person")):
        ReplyTemplate.objects.create(title=title, use=use, words="Kindly.")
    ReplyTemplate.objects.create(title="About an appeal", use="appeal", words="Kindly.")
    forget_templates()
    chooser = page(signed_in(mo), person_address(alice)).css_first("#id_reply")
    titles = [option.text().strip() for option in chooser.css("option")]
    assert titles.index("About a person") < titles.index("About a comment")
    assert "About an appeal" not in titles


def test_it_shows_the_record(say: Say, alice: Member, mo: Member, mia: Member) -> None:
    comment = say("Words", alice)
    remove_comment(comment=comment, moderator=mo, version=1, ground="attack")
    PseudonymChange.objects.create(member=alice, old="Alix", new="Alice")
    Member.objects.update(trust_paused_until=timezone.now() - timedelta(days=1))
    client, where = signed_in(mia), person_address(alice)
    client.post(where, {"do": "note", "words": "Wrote kindly by mail."})
    shown = text(client, where)
    assert "0 visible, 0 waiting, 0 not published, 1 removed" in shown
    assert "Removed. Attacks a person" in shown and "Alix" in shown
    assert "Wrote kindly by mail." in shown and "Mia, just now" in shown
    assert "because of rejections lately" not in shown  # that is over


def test_nobody_sees_what_is_noted_about_them_nor_judges_the_team(mo: Member, mia: Member) -> None:
    signed_in(mia).post(person_address(mo), {"do": "note", "words": "Needs a rest."})
    assert "Needs a rest." in text(signed_in(mia), person_address(mo))
    own = page(signed_in(mo), person_address(mo))
    assert "Needs a rest." not in own.css_first("main").text()
    assert "Somebody else decides about you." in own.css_first("main").text()
    assert own.css_first("button[value=sanction]") is None
    signed_in(mia).post(person_address(mo), {**PAUSE, "days": "3"})
    assert not Decision.objects.exists()


def test_the_case_and_the_log_lead_there(say: Say, nadia: Member, mo: Member) -> None:
    comment = say("Words", nadia)
    client, link = signed_in(mo), f"a[href='{person_address(nadia)}']"
    found = page(client, f"/moderation/comments/{comment.pk}/")
    assert found.css_first(link)
    assert found.css_first(f"a[href='/moderation/threads/{comment.thread_id}/']")
    decide(nadia, mo, Kind.SLOW)
    assert page(client, "/moderation/log/").css_first(link)


def test_a_guest_is_no_person_and_the_case_says_so(say: Say, gus, mo: Member) -> None:
    comment = say("Words", gus)
    assert "nothing can be decided about them as a person" in text(
        signed_in(mo), f"/moderation/comments/{comment.pk}/"
    )
