"""Every page, as people meet it: barriers, HTML errors, and text that runs out of the screen."""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any, Literal

import pytest
from django.urls import get_resolver
from playwright.sync_api import Page

from articles.models import Article, Story, Topic
from community.desk.sample import load
from community.members.models import Member
from community.moderation.appeals.actions import keep_decision, lodge_appeal, object_to_answer
from community.moderation.decisions.actions import remove_comment
from community.moderation.flags.actions import Flagger, flag_comment
from community.moderation.flags.guest_keys import join
from community.moderation.flags.guests import flag_url
from community.moderation.models import Decision, Notice
from community.moderation.notices.actions import Given, decline_notice, receive_notice
from community.moderation.notices.references import notice_url
from community.threads.models import Comment
from tests.browser import own_pages
from tests.browser.account_pages import held_pages, leaving_pages, mentor_pages, sent_back_pages
from tests.browser.desk_pages import staff_pages
from tests.browser.looking import SignIn, sign_in_anew, wide
from tests.browser.moderator_pages import moderator_pages
from tests.browser.not_walked import NOT_WALKED
from tests.browser.talk_pages import own_talk_pages, talk_pages
from tests.stories import make_stories

# What axe-core looks for, by theme: all it knows (an empty list), and what depends on colours.
THEMES: dict[Literal["light", "dark"], list[str]] = {
    "light": [],
    "dark": ["color-contrast", "link-in-text-block"],
}
WIDTHS = (1280, 320)

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def sample(live_server: Any) -> None:
    """The sample community: long names, deep threads, gaps, a full queue; and people's rights."""
    load()
    ask_for_rights()
    make_stories()


def ask_for_rights() -> None:
    """Notices that wait and that were declined, a removal, and appeals against both."""
    juniper = Member.objects.get(email="juniper@sample.example")
    first, second = Member.objects.filter(role__in=("moderator", "staff"))[:2]
    visible = Comment.objects.visible().exclude(author=None).exclude(author=juniper)
    given = Given(
        f"/comments/{visible[0].pk}/", "It is libel.", "Section 186", "Gus", "g@x.example"
    )
    receive_notice(given=given)
    receive_notice(given=Given("https://elsewhere.example/" + "long" * 30, "It is stolen."))
    declined = receive_notice(given=Given(f"/comments/{visible[1].pk}/", "It is untrue."))
    decline_notice(notice=declined, moderator=first, answer="It is an opinion.")
    declined.refresh_from_db()
    object_to_answer(notice=declined, words="It says that it is a fact.")
    own = Comment.objects.visible().filter(author=juniper)
    for comment in own[1:3]:
        removed = remove_comment(comment=comment, moderator=first, version=1, ground="attack")
    appeal = lodge_appeal(decision=removed, author=juniper, words="I attacked nobody.")
    keep_decision(appeal=appeal, moderator=second, words="It calls somebody a liar.")


def reader_pages() -> list[str]:
    busiest = Article.objects.order_by("-comment_count").first()
    empty = Article.objects.filter(comment_count=0, state="published").first()
    folded = Comment.objects.filter(is_folded=True).first()
    visible = Comment.objects.visible().exclude(number=1).first()
    assert busiest and empty and folded and visible
    topic, story = Topic.objects.first(), Story.objects.first()
    assert topic and story
    return [
        "/",
        "/articles/",
        "/topics/",
        *talk_pages(topic),
        *(f"/search/{typed}" for typed in ("", "?q=people", "?q=xyzzy+topic:none+after:soon")),
        "/ask/?q=Does+heat+help%3F",
        *own_pages.answer_pages(),
        *own_pages.letter_pages(),
        *own_pages.newsletter_pages(),
        *own_pages.erasure_pages(),
        "/feeds/",
        f"/comments/{visible.pk}/flag/",
        f"/comments/{visible.pk}/support/",
        *(each.get_absolute_url() for each in Member.objects.exclude(page=None)[:3]),
        flag_status(visible),
        f"/notices/new/?comment={visible.pk}",
        "/notices/",
        *notice_pages(),
        "/transparency/",
        "/transparency/log/",
        topic.get_absolute_url(),
        story.get_absolute_url(),
        story.articles.all()[0].get_absolute_url(),
        busiest.get_absolute_url(),
        f"{busiest.get_absolute_url()}?order=newest",
        empty.get_absolute_url(),
        f"{folded.thread.get_absolute_url()}branch/{folded.root_number}/",
        f"/comments/{visible.pk}/reply/",
        *own_pages.guest_pages(),
        *own_pages.HOUSE,
        "/there-is-no-such-page/",
    ]


def notice_pages() -> list[str]:
    """What people see who sent a notice: it waits, or was declined, and they may appeal."""
    return [notice_url(notice) for notice in Notice.objects.all()]


def statement_pages() -> list[str]:
    """What the member sees whose comment was removed, before and after an appeal."""
    own = Decision.objects.filter(comment__author__email="juniper@sample.example")
    return [f"/account/decisions/{row.pk}/" for row in own if row.is_restriction]


def flag_status(comment: Comment) -> str:
    """What a guest sees who is worried about somebody."""
    guest = Flagger(guest_key=join("a" * 32, "b" * 32))
    sent = {"reason": "worried", "words": "It reads like a farewell."}
    return flag_url(flag_comment(comment=comment, flagger=guest, **sent).flag)


def member_pages() -> list[str]:
    own = Comment.objects.visible().filter(author__email="juniper@sample.example").first()
    juniper = Member.objects.get(email="juniper@sample.example")
    linden = Member.objects.get(email="linden@sample.example")
    others = Comment.objects.visible().exclude(author__email="juniper@sample.example").first()
    assert own and others
    return [
        "/account/",
        "/account/comments/",
        "/account/second-thoughts/",
        *held_pages(juniper),
        *sent_back_pages(juniper),
        "/account/erase/",
        *own_pages.OWN_KEYS,
        "/account/decisions/",
        *statement_pages(),
        "/account/data/",
        "/account/old-comments/",
        *own_pages.OWN_AGREEMENTS,
        "/account/news/",
        "/account/news/settings/",
        "/account/muted/",
        "/account/flags/",
        "/account/name/",
        "/account/profile/",
        juniper.get_absolute_url(),
        linden.get_absolute_url(),
        "/account/email/",
        "/account/keys/",
        "/account/sessions/",
        f"/comments/{own.pk}/edit/",
        f"/comments/{own.pk}/withdraw/",
        f"/account/comments/{own.pk}/disown/",
        f"/comments/{own.pk}/support/",
        f"/comments/{others.pk}/support/",
        own.thread.get_absolute_url(),
        *own_talk_pages(),
        *own_pages.after_posting_pages(juniper),
    ]


PEOPLE: dict[str, tuple[str, Callable[[], list[str]]]] = {
    "reader": ("", reader_pages),
    "member": ("juniper@sample.example", member_pages),
    "moderator": ("linden@sample.example", moderator_pages),
    "staff": ("pell@sample.example", staff_pages),
    "mentor": ("heron@sample.example", mentor_pages),
    "leaving": ("noor@sample.example", leaving_pages),
}


def opened(page: Page, person: str, sign_in: SignIn) -> list[str]:
    """Sign in where needed; returns the addresses to open."""
    address, pages = PEOPLE[person]
    if address:
        sign_in(page, Member.objects.get(email=address), anew=True)
    return pages()


@pytest.mark.parametrize("person", PEOPLE)
def test_no_page_has_a_barrier_or_runs_out_of_the_screen(
    sample: None,
    new_page: Callable[..., Page],
    sign_in: SignIn,
    find_barriers: Callable[..., list[str]],
    person: str,
) -> None:
    # Where motion is not wanted colours change at once, so that each page is loaded once for
    # both themes and all widths.
    page = new_page(reduced_motion="reduce")
    troubles = []
    for address in opened(page, person, sign_in):
        page.goto(address)
        if "/admin/" in address:  # Django's own pages
            continue
        for width, (theme, rules) in product(WIDTHS, THEMES.items()):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=theme)
            found = [*find_barriers(page, rules=rules), *wide(page)]
            troubles += [f"{theme}, {width} px: {trouble}" for trouble in found]
    assert troubles == []


@pytest.mark.parametrize("choice", ["text:4", "spacing:wide", "contrast:high|theme:dark"])
def test_reading_comfort_fits_the_smallest_screen(
    sample: None,
    new_page: Callable[..., Page],
    find_barriers: Callable[..., list[str]],
    live_server: Any,
    choice: str,
) -> None:
    page = new_page(width=320)
    cookie = {"name": "comfort", "value": choice, "url": live_server.url}
    page.context.add_cookies([cookie])  # type: ignore[list-item]
    troubles = []
    for address in reader_pages()[:9]:
        page.goto(address)
        troubles += find_barriers(page)
        troubles += [f"{trouble} with {choice}" for trouble in wide(page)]
    assert troubles == []


def answers(client: Any) -> Iterator[tuple[str, Any]]:
    """Who opens which page, and what they get in the end, without a browser."""
    for person, (email, addresses) in PEOPLE.items():
        client.logout()
        if email:
            sign_in_anew(client, Member.objects.get(email=email))
        for address in addresses():
            if address != "/admin/":
                yield f"{person} {address}", client.get(address, follow=True)


def test_every_page_of_ours_is_walked_or_named_with_a_reason(sample: None, client: Any) -> None:
    walked = set()
    for _, answer in answers(client):
        if answer.status_code < 400 and answer.headers["Content-Type"].startswith("text/html"):
            walked.add(answer.resolver_match.url_name)
    named = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert named - walked - set(NOT_WALKED) == set(), "neither walked nor in not_walked.py"
    assert set(NOT_WALKED) & walked == set(), "walked by now"
    assert set(NOT_WALKED) - named == set(), "no such page any more"


def test_every_page_is_valid_html(
    sample: None,
    client: Any,
    find_html_errors: Callable[[dict[str, str]], list[str]],
) -> None:
    pages = {name: answer.content.decode() for name, answer in answers(client)}
    slug = Article.objects.filter(state="published").first().slug
    client.logout()
    for name, sent in {
        "errors": {"name": "", "comment": ""},
        "preview": {"name": "Gus", "comment": "Words\n\n<ul><li>one</ul>", "preview": "1"},
    }.items():
        pages[name] = client.post(f"/articles/{slug}/comments/", sent).content.decode()
    assert find_html_errors(pages) == []
