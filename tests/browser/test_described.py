"""What pages tell programs, in a real browser: nothing of it runs, is refused or is seen."""

from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import ConsoleMessage, Page

from articles.library.actions import create_article, publish_article
from community.members.models import Member
from community.threads.actions import post_comment
from community.threads.placing import open_thread

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

TITLE = "</script><script>document.title = 'run'</script> & <!-- \u2028 rest"


def test_data_in_a_page_neither_runs_nor_is_refused(
    page: Page, alice: Member, find_html_errors: Callable[[Mapping[str, str]], list[str]]
) -> None:
    said: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        said.append(message.text)

    article = publish_article(article=create_article(title=TITLE, body_html="<p>Words.</p>"))
    post_comment(thread=open_thread(article), author=alice, text="Rest helps me")
    page.on("console", listen)
    page.goto(article.get_absolute_url())
    read = "JSON.parse(document.querySelector(\"script[type='application/ld+json']\").textContent)"
    assert page.evaluate(f"{read}.headline") == article.title
    assert page.title().startswith("</script>") and said == []
    assert not page.locator("#about-thread").is_visible()
    name = "document.querySelector(\"[itemprop='comment'] [itemprop='author'] [itemprop='name']\")"
    assert page.evaluate(f"{name}.textContent") == "Alice"
    assert find_html_errors({"article": page.request.get(page.url).text()}) == []
