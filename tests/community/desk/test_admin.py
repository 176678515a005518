"""The admin: who gets in, what can be read, what can be changed and through which action."""

from typing import Any

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse

from articles.admin import ROWS
from articles.library.models import SOURCE_ADDRESS_MAX, SOURCE_NAME_MAX, TOPIC_MAX
from articles.models import Article, Source, Topic
from community.admin import BEGINNING
from community.desk.actions import edit_article
from community.members.models import Member
from community.models import BlockedTerm, Comment, Decision
from community.moderation.decisions.actions import remove_comment
from community.yardsticks.models import TERM_MAX

READ_ONLY = ["article", "comment", "decision", "desklogentry", "outboxevent", "pseudonymchange"]
OURS = [
    (model._meta.app_label, model._meta.model_name)
    for model in admin.site._registry
    if model._meta.app_label in ("articles", "community")
]


def client_of(member: Member) -> Client:
    client = Client()
    client.force_login(member)
    return client


@pytest.fixture(autouse=True)
def one_factor_is_enough(settings: Any) -> None:
    """The second factor has tests of its own."""
    settings.SECOND_FACTOR_REQUIRED = False


@pytest.fixture
def olga(db: None) -> Member:
    """The operator."""
    return Member.objects.create_superuser("olga@people.example", "Olga")


def list_url(app: str, model: str) -> str:
    return reverse(f"admin:{app}_{model}_changelist")


def page_url(thing: Any) -> str:
    meta = thing._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[thing.pk])


@pytest.mark.parametrize(("app", "model"), OURS)
def test_staff_can_read_every_list(stefan: Member, app: str, model: str) -> None:
    assert client_of(stefan).get(list_url(app, model)).status_code == 200


@pytest.mark.parametrize(("app", "model"), OURS)
def test_nobody_else_gets_in(
    alice: Member, mo: Member, client: Client, app: str, model: str
) -> None:
    for visitor in (client, client_of(alice), client_of(mo)):
        assert visitor.get(list_url(app, model)).status_code in (302, 403, 404)


def test_the_admin_bears_the_name_of_the_site(stefan: Member, settings: Any) -> None:
    page = client_of(stefan).get(reverse("admin:index")).content.decode()
    assert settings.SITE_NAME in page
    assert "Django administration" not in page


@pytest.mark.parametrize("model", READ_ONLY)
def test_nothing_is_added_to_what_is_only_read(olga: Member, model: str) -> None:
    app = "articles" if model == "article" else "community"
    assert client_of(olga).get(reverse(f"admin:{app}_{model}_add")).status_code == 403


def test_comments_and_decisions_cannot_be_changed_or_deleted(
    olga: Member, mo: Member, grow: Any
) -> None:
    comment = grow(1)[0]
    remove_comment(comment=comment, moderator=mo, version=1, ground="off_topic")
    client = client_of(olga)
    for thing in (comment, Decision.objects.get()):
        assert client.post(page_url(thing), {"body": "Other words"}).status_code in (302, 403)
        delete = page_url(thing).replace("/change/", "/delete/")
        assert client.post(delete, {"post": "yes"}).status_code == 403
        meta = thing._meta
        bulk = {"action": "delete_selected", "_selected_action": thing.pk, "post": "yes"}
        client.post(list_url(meta.app_label, meta.model_name), bulk)
    comment.refresh_from_db()
    assert (comment.body, Decision.objects.count()) == ("Words 0", 1)


def test_lists_lead_to_the_desk_and_to_moderation(
    stefan: Member, article: Article, grow: Any
) -> None:
    comment, client = grow(1)[0], client_of(stefan)
    page = client.get(list_url("articles", "article")).content.decode()
    assert f'href="{reverse("desk_article", args=[article.pk])}"' in page
    page = client.get(list_url("community", "comment")).content.decode()
    assert f'href="{reverse("moderate_comment", args=[comment.pk])}"' in page
    assert client.get(page_url(article)).url == reverse("desk_article", args=[article.pk])
    assert client.get(page_url(comment)).url == reverse("moderate_comment", args=[comment.pk])


def test_a_list_of_the_admin_shows_how_a_comment_begins(stefan: Member, grow: Any) -> None:
    comment, words = grow(1)[0], "rest early " * BEGINNING
    Comment.objects.filter(pk=comment.pk).update(body=words)
    page = client_of(stefan).get(list_url("community", "comment")).content.decode()
    assert f">{words[:BEGINNING]}</a>" in page and words[: BEGINNING + 1] not in page
    leads = reverse("moderate_comment", args=[comment.pk])
    assert f'href="{leads}"' in page
    assert words.strip() in client_of(stefan).get(leads).content.decode()


def test_words_of_a_comment_that_was_taken_back_are_not_shown(stefan: Member, grow: Any) -> None:
    comment = grow(1)[0]
    Comment.objects.filter(pk=comment.pk).update(state="withdrawn")
    assert "Words 0" not in client_of(stefan).get(list_url("community", "comment")).content.decode()


def test_staff_add_and_delete_blocked_words(stefan: Member) -> None:
    client, add = client_of(stefan), reverse("admin:community_blockedterm_add")
    client.post(add, {"term": "miracle pill", "outcome": "hold"})
    term = BlockedTerm.objects.get()
    assert (term.term, term.outcome) == ("miracle pill", "hold")
    client.post(page_url(term).replace("/change/", "/delete/"), {"post": "yes"})
    assert not BlockedTerm.objects.exists()


@pytest.mark.parametrize(
    ("model", "field", "most"),
    [
        ("community_blockedterm", "term", TERM_MAX),
        ("articles_topic", "name", TOPIC_MAX),
        ("articles_source", "name", SOURCE_NAME_MAX),
        ("articles_source", "url", SOURCE_ADDRESS_MAX),
    ],
)
def test_what_is_too_long_for_the_admin_comes_back_with_its_length(
    stefan: Member, model: str, field: str, most: int
) -> None:
    client, address = client_of(stefan), reverse(f"admin:{model}_changelist") + "add/"
    if model == "articles_source":
        address = page_url(Source.objects.create(name="Harbour News"))
    longest = ("https://harbour.example/" if field == "url" else "Harbour ").ljust(most, "x")
    given = {"name": "Harbour", "description": "", "outcome": "hold", "url": ""}
    page = client.post(address, given | {field: longest + "x"})
    assert f"at most {most} characters (it has {most + 1})" in page.content.decode()
    assert longest + "x" in page.content.decode()
    assert client.post(address, given | {field: longest}).status_code == 302


def test_a_list_of_the_admin_goes_on_by_pages(stefan: Member) -> None:
    BlockedTerm.objects.bulk_create(BlockedTerm(term=f"term {n:03}") for n in range(ROWS + 1))
    first, second = (
        client_of(stefan).get(list_url("community", "blockedterm"), {"p": number}).content.decode()
        for number in (1, 2)
    )
    assert (first.count(">term "), second.count(">term ")) == (ROWS, 1)


def test_renaming_a_topic_ends_the_kept_pages_of_its_articles(
    stefan: Member, article: Article
) -> None:
    edit_article(article=article, editor=stefan, topics=["Rest"])
    topic, before = Topic.objects.get(), Article.objects.get().version
    client_of(stefan).post(page_url(topic), {"name": "Resting", "description": "Lying down."})
    topic.refresh_from_db()
    assert (topic.name, topic.slug, topic.description) == ("Resting", "rest", "Lying down.")
    assert Article.objects.get().version == before + 1


def test_a_new_topic_gets_an_address_and_a_double_one_is_refused(stefan: Member) -> None:
    client, add = client_of(stefan), reverse("admin:articles_topic_add")
    client.post(add, {"name": "Better sleep", "description": "Nights."})
    assert Topic.objects.values_list("slug", "description").get() == ("better-sleep", "Nights.")
    page = client.post(add, {"name": "Better  Sleep!", "description": ""})
    assert (page.status_code, Topic.objects.count()) == (200, 1)


def test_renaming_a_source_ends_the_kept_pages_of_its_articles(
    stefan: Member, article: Article
) -> None:
    edit_article(article=article, editor=stefan, source_name="Harbour News")
    before = Article.objects.get().version
    given = {"name": "Harbour Weekly", "url": "https://harbour.example"}
    client_of(stefan).post(page_url(Source.objects.get()), given)
    assert Source.objects.get().name == "Harbour Weekly"
    assert Article.objects.get().version == before + 1


def test_the_operator_gives_out_roles_and_it_is_logged_once(olga: Member, alice: Member) -> None:
    client_of(olga).post(page_url(alice), {"role": "moderator", "is_active": "on"})
    alice.refresh_from_db()
    assert (alice.role, LogEntry.objects.filter(user=olga).count()) == ("moderator", 1)


def test_the_operator_closes_an_account(olga: Member, alice: Member) -> None:
    client = client_of(alice)
    client_of(olga).post(page_url(alice), {"role": "member"})
    alice.refresh_from_db()
    assert (alice.is_active, LogEntry.objects.count()) == (False, 1)
    assert client.get(reverse("account_home")).status_code == 302


def test_the_operator_keeps_their_own_role(olga: Member) -> None:
    client_of(olga).post(page_url(olga), {"role": "member"})
    olga.refresh_from_db()
    assert (olga.role, olga.is_active) == ("staff", True)


def test_staff_give_out_no_roles(stefan: Member, alice: Member) -> None:
    client = client_of(stefan)
    assert client.post(page_url(alice), {"role": "staff", "is_active": "on"}).status_code == 403
    alice.refresh_from_db()
    assert alice.role == "member"


def test_addresses_and_passwords_of_members_are_not_shown(olga: Member, alice: Member) -> None:
    for url in (list_url("community", "member"), page_url(alice)):
        page = client_of(olga).get(url).content.decode()
        assert "alice@people.example" not in page
        assert "password" not in page.lower()


@pytest.mark.parametrize("model", ["comment", "decision", "desklogentry", "outboxevent", "thread"])
def test_lists_take_as_many_queries_for_many_rows_as_for_few(
    stefan: Member, mo: Member, nadia: Member, grow: Any, django_assert_num_queries: Any, model: str
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = client_of(stefan)

    def more(count: int) -> None:
        for comment in grow(count):
            remove_comment(comment=comment, moderator=mo, version=1, ground="off_topic")
            article = comment.thread.article
            edit_article(article=article, editor=stefan, title=f"Title {comment.pk}")

    more(2)
    client.get(list_url("community", model))
    with CaptureQueriesContext(connection) as few:
        client.get(list_url("community", model))
    more(8)
    with django_assert_num_queries(len(few)):
        client.get(list_url("community", model))


def test_no_model_of_ours_can_be_deleted_but_blocked_words(olga: Member, rf: Any) -> None:
    request = rf.get("/admin/")
    request.user = olga
    deletable = [
        model.__name__
        for model, room in admin.site._registry.items()
        if model._meta.app_label in ("articles", "community")
        and room.has_delete_permission(request)
    ]
    assert deletable == ["BlockedTerm"]
