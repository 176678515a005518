"""What people meet of decisions about them and their threads, in a real browser."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from community.members.models import Member
from community.moderation.sanctions.modes import set_mode
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from tests.browser.looking import LOOKS, FindTroubles, NewPage, SignIn
from tests.sanctioning import DAY, decide

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def write(page: Page, thread: Thread, words: str) -> None:
    page.goto(thread.article.get_absolute_url())
    page.get_by_label("Your comment").fill(words)
    page.get_by_role("button", name="Post comment").click()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_warning_is_read_and_the_words_are_posted(
    new_page: NewPage,
    sign_in: SignIn,
    thread: Thread,
    alice: Member,
    mo: Member,
    javascript: bool,
) -> None:
    decide(alice, mo, "warn")
    page = new_page(width=320, javascript=javascript)
    sign_in(page, alice)
    write(page, thread, "My words")
    expect(page.get_by_text("Please stop.")).to_be_visible()
    expect(page.get_by_label("Your comment")).to_have_value("My words")
    page.get_by_role("button", name="I have read this. Post comment").press("Enter")
    expect(page.get_by_text("My words")).to_be_visible()
    assert Comment.objects.get().is_visible


@pytest.mark.parametrize(("theme", "width"), LOOKS)
def test_nobody_meets_a_barrier_on_the_way(
    new_page: NewPage,
    sign_in: SignIn,
    find_troubles: FindTroubles,
    thread: Thread,
    alice: Member,
    bob: Member,
    mo: Member,
    theme: str,
    width: int,
) -> None:
    until = timezone.now() + DAY
    post_comment(thread=thread, author=bob, text="Words of Bob")
    set_mode(thread=thread, moderator=mo, mode="slow", words="It went too fast.", until=until)
    decide(alice, mo, "slow", until=until)
    decide(alice, mo, "warn", words="A long address: example.org/" + "words" * 30)
    Member.objects.update(trust_paused_until=until)
    troubles = []
    as_alice, as_mo = (new_page(theme=theme, width=width) for _ in range(2))
    sign_in(as_alice, alice)
    sign_in(as_mo, mo)
    write(as_alice, thread, "My words")
    troubles += find_troubles(as_alice)
    for address in ("/account/", "/account/decisions/", thread.article.get_absolute_url()):
        as_alice.goto(address)
        troubles += find_troubles(as_alice)
    for address in (f"/moderation/people/{alice.pk}/", f"/moderation/threads/{thread.pk}/"):
        as_mo.goto(address)
        as_mo.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        troubles += find_troubles(as_mo)
    as_mo.get_by_label("Why").fill("")
    as_mo.get_by_role("button", name="Save, and show it to readers").click()
    expect(as_mo.get_by_text("Please say why").first).to_be_visible()
    troubles += find_troubles(as_mo)
    assert troubles == []


def test_a_person_is_paused_by_keyboard_and_told_why(
    new_page: NewPage,
    sign_in: SignIn,
    thread: Thread,
    alice: Member,
    mo: Member,
) -> None:
    as_mo, as_alice = new_page(), new_page()
    sign_in(as_mo, mo)
    sign_in(as_alice, alice)
    as_mo.goto(f"/moderation/people/{alice.pk}/")
    as_mo.get_by_label("Pause: they cannot write").press("Space")
    as_mo.get_by_label("For how long").select_option("3 days")
    as_mo.get_by_label("Reason").select_option("Attacks a person or a group")
    as_mo.get_by_label("In your own words").first.fill("Please rest for a while.")
    as_mo.get_by_role("button", name="Decide, and tell the person").press("Enter")
    expect(as_mo.get_by_text("Paused, until")).to_be_visible()
    write(as_alice, thread, "My words")
    expect(as_alice.get_by_text("Please rest for a while.")).to_be_visible()
    expect(as_alice.get_by_label("Your comment")).to_have_value("My words")


def test_readers_of_a_closed_thread_are_not_offered_to_answer(
    page: Page, thread: Thread, alice: Member, mo: Member
) -> None:
    post_comment(thread=thread, author=alice, text="Words of Alice")
    page.goto(thread.article.get_absolute_url())
    expect(page.get_by_role("link", name="Reply")).to_be_visible()
    set_mode(thread=thread, moderator=mo, mode="closed", words="It went in circles.")
    page.goto(thread.article.get_absolute_url())
    expect(page.get_by_text("Why: It went in circles.")).to_be_visible()
    expect(page.get_by_role("link", name="Reply")).not_to_be_visible()
