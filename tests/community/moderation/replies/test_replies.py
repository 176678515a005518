"""Reply templates: keeping them, choosing one, and the first ones."""

from collections.abc import Callable
from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from community.members.models import Member
from community.moderation.appeals.actions import lodge_appeal
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.actions import remove_comment
from community.moderation.decisions.forms import WORDS_MAX
from community.moderation.models import Decision, ReplyTemplate
from community.moderation.notices.actions import Given, receive_notice
from community.moderation.replies.actions import add_reply, change_reply, delete_reply
from community.moderation.replies.forms import REPLY_MAX
from community.moderation.replies.models import TITLE_MAX
from community.moderation.replies.reading import read_replies, replies_for_lane, with_reply
from community.threads.models import Comment
from tests.moderation_pages import address, page, text, words

Say = Callable[..., Comment]
FIRST = import_module("community.migrations.0008_reply_templates")
TO_PEOPLE = import_module("community.migrations.0013_first_replies_to_people")
GIVEN = {"title": "A reply", "use": "decision", "ground": "", "words": "Kind words."}


@pytest.fixture
def first(db: None) -> None:
    """The templates that every database begins with; other tests may have emptied the table."""
    FIRST.add(apps, None)
    TO_PEOPLE.add(apps, None)


@pytest.fixture
def reply(stefan: Member) -> ReplyTemplate:
    return add_reply(editor=stefan, **GIVEN)


@pytest.fixture
def as_stefan(stefan: Member) -> Client:
    client = Client()
    client.force_login(stefan)
    return client


# -- the first ones ---------------------------------------------------------------------------


def test_there_is_one_for_every_reason_and_every_use(first: None) -> None:
    grounds = set(ReplyTemplate.objects.filter(use="decision").values_list("ground", flat=True))
    assert grounds == set(Decision.Ground.values)
    assert set(ReplyTemplate.objects.values_list("use", flat=True)) == set(ReplyTemplate.Use.values)


def test_adding_them_again_keeps_what_staff_changed(first: None, stefan: Member) -> None:
    template = ReplyTemplate.objects.get(title="A dose")
    change_reply(template=template, editor=stefan, **GIVEN | {"title": "A dose"})
    FIRST.add(apps, None)
    assert ReplyTemplate.objects.get(title="A dose").words == "Kind words."


@pytest.mark.parametrize(
    "template", FIRST.FIRST + TO_PEOPLE.FIRST, ids=lambda template: template[2]
)
def test_they_are_calm_and_fit(template: tuple[str, str, str, str]) -> None:
    use, ground, title, said = template
    assert use in ReplyTemplate.Use.values and ground in Decision.Ground.values
    assert len(title) <= TITLE_MAX and len(said) <= REPLY_MAX
    assert "!" not in said and said == said.strip()


# -- keeping them -----------------------------------------------------------------------------


def test_every_change_is_written_down(stefan: Member, reply: ReplyTemplate) -> None:
    change_reply(template=reply, editor=stefan, **GIVEN | {"words": "Kinder words."})
    assert "Kinder words." in [template.words for template in read_replies().templates]
    delete_reply(template=reply, editor=stefan)
    written = LogEntry.objects.order_by("pk").values_list("action_flag", "change_message")
    assert list(written) == [(1, "Kind words."), (2, "Kinder words."), (3, "Kinder words.")]


def test_only_staff_keep_them(mo: Member, reply: ReplyTemplate) -> None:
    for forbidden in (
        lambda: add_reply(editor=mo, **GIVEN | {"title": "Another"}),
        lambda: change_reply(template=reply, editor=mo, **GIVEN),
        lambda: delete_reply(template=reply, editor=mo),
    ):
        with pytest.raises(NotAllowed):
            forbidden()


def test_a_title_comes_once(as_stefan: Client, reply: ReplyTemplate) -> None:
    response = as_stefan.post("/moderation/replies/new/", GIVEN | {"words": "Other words."})
    assert response.status_code == 422 and "already" in response.content.decode()
    assert "Other words." in response.content.decode()


def test_staff_add_change_and_delete_on_pages(as_stefan: Client) -> None:
    as_stefan.post("/moderation/replies/new/", GIVEN)
    reply = ReplyTemplate.objects.get(title="A reply")
    where = f"/moderation/replies/{reply.pk}/"
    assert "Kind words." in text(as_stefan, "/moderation/replies/")
    as_stefan.post(where, GIVEN | {"ground": "dose", "do": "save"})
    assert "Names a dose for others" in text(as_stefan, "/moderation/replies/")
    as_stefan.post(where, {"do": "delete"})
    assert "A reply" not in [
        a.text() for a in page(as_stefan, "/moderation/replies/").css(".rows a")
    ]


@pytest.mark.parametrize(
    "change",
    [{"title": "t" * (TITLE_MAX + 1)}, {"words": "w" * (REPLY_MAX + 1)}],
    ids=["title", "words"],
)
def test_what_is_too_long_in_a_template_comes_back_whole(
    as_stefan: Client, change: dict[str, str]
) -> None:
    response = as_stefan.post("/moderation/replies/new/", GIVEN | change)
    (much,) = change.values()
    assert response.status_code == 422 and much in response.content.decode()
    assert as_stefan.post(
        "/moderation/replies/new/", GIVEN | {name: value[:-1] for name, value in change.items()}
    )["Location"]


@pytest.mark.parametrize("name", ["title", "words"])
def test_what_is_missing_is_said(as_stefan: Client, name: str) -> None:
    response = as_stefan.post("/moderation/replies/new/", GIVEN | {name: "  "})
    assert response.status_code == 422
    assert not ReplyTemplate.objects.filter(title="A reply").exists()


# -- choosing one -----------------------------------------------------------------------------


def test_what_fits_the_lane_stands_first(first: None) -> None:
    assert replies_for_lane("crisis").templates[0].use == "crisis"
    assert replies_for_lane("red-flag").templates[0].use == "red_flag"
    assert replies_for_lane("held").templates[0].use == "decision"
    assert not {t.use for t in replies_for_lane("held").templates} & {"notice", "appeal"}


def test_nothing_that_was_typed_is_overwritten(reply: ReplyTemplate) -> None:
    key = str(reply.pk)
    assert with_reply("", key) == "Kind words."
    assert with_reply("Hello Gus,\n", key) == "Hello Gus,\n\nKind words."
    assert with_reply("Hello. Kind words.", key) == "Hello. Kind words."
    for other in ("", "x", "0", "9" * 30, "-1"):
        assert with_reply("Hello", other) == "Hello"


@pytest.mark.parametrize("kind", ["approve", "revise", "reject"])
def test_without_scripts_a_button_puts_it_in_and_decides_nothing(
    say: Say, as_mo: Client, reply: ReplyTemplate, kind: str
) -> None:
    comment = say()
    found = page(as_mo, address(comment))
    assert "A reply" in words(found.css_first(f"#{kind}_reply"))
    given = {"version": 1, "ground": "dose", "words": "Hello Gus,", "reply": reply.pk}
    response = as_mo.post(address(comment), given | {"put_in": kind})
    found = LexborHTMLParser(response.content.decode())
    field = found.css_first(f"#{kind}_words")
    assert field.text().strip() == "Hello Gus,\n\nKind words."
    assert (
        found.css_first(f"#{kind}-form details, details:has(#{kind}-form)").attributes.get(
            "open", "shut"
        )
        != "shut"
    )
    if kind != "approve":
        assert found.css_first(f"#{kind}_ground [selected]").attributes["value"] == "dose"
    assert not Decision.objects.exists()


def test_it_is_offered_where_words_are_blanked(
    say: Say, as_mo: Client, reply: ReplyTemplate
) -> None:
    comment = say("Ring Ann Lee today")
    given = {"version": 1, "typed": "Ann Lee", "ground": "dose", "reply": reply.pk, "put_in": "1"}
    response = as_mo.post(f"{address(comment)}blank/", given)
    found = LexborHTMLParser(response.content.decode())
    assert found.css_first("[name=words]").text().strip() == "Kind words."
    assert found.css_first("[name=typed]").text().strip() == "Ann Lee"


def test_the_words_of_the_templates_stand_once_on_the_page(
    say: Say, as_mo: Client, reply: ReplyTemplate
) -> None:
    assert as_mo.get(address(say())).content.decode().count("Kind words.") == 1


def test_somebody_whose_comment_is_approved_can_be_written_to(
    say: Say, nadia: Member, as_mo: Client
) -> None:
    comment = say("Words", nadia)
    given = {"version": 1, "words": "Welcome, Nadia.", "decision": "approve"}
    as_mo.post(address(comment), given)
    assert Decision.objects.get().words == "Welcome, Nadia."
    client = Client()
    client.force_login(nadia)
    shown = text(client, "/account/comments/")
    assert "A moderator writes to you:" in shown and "Welcome, Nadia." in shown


def test_words_with_an_approval_have_the_same_limit(say: Say, as_mo: Client) -> None:
    comment, much = say(), "w" * (WORDS_MAX + 1)
    given = {"version": 1, "words": much, "decision": "approve"}
    assert much in as_mo.post(address(comment), given).content.decode()
    assert not Decision.objects.exists()


def test_without_templates_there_is_nothing_to_choose(say: Say, as_mo: Client) -> None:
    ReplyTemplate.objects.all().delete()
    found = page(as_mo, address(say()))
    assert not found.css("[name=reply]") and found.css("#reject_words")


@pytest.mark.parametrize("use", ["notice", "appeal"])
def test_answers_to_notices_and_appeals_can_begin_with_a_text(
    say: Say, alice: Member, mo: Member, as_mia: Client, use: str
) -> None:
    ReplyTemplate.objects.create(title="A reply", words="Kind words.", use=use)
    comment = say("Words", alice)
    if use == "notice":
        notice = receive_notice(given=Given(f"/comments/{comment.pk}/", "It is libel."))
        where = f"/moderation/notices/{notice.pk}/"
    else:
        decision = remove_comment(comment=comment, moderator=mo, version=1, ground="attack")
        appeal = lodge_appeal(decision=decision, author=alice, words="It is not.")
        where = f"/moderation/appeals/{appeal.pk}/"
    assert "Texts to begin with" in text(as_mia, where)
    assert "Kind words." in text(as_mia, where)
