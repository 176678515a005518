"""The browser fixtures: what they give, and that they see what no page may do."""

from collections.abc import Callable, Iterator, Mapping

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import path
from playwright.sync_api import Page
from pytest_django import Settings

pytestmark = pytest.mark.browser

GOOD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Good</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>Good</h1><p id="who">plain</p></main></body></html>"""
SCRIPT = "<script>document.getElementById('who').textContent = 'changed'</script>"
FOREIGN = '<img alt="" src="https://elsewhere.example/pixel.png">'
BARRIER = '<img src="/small.png">'


def show(html: str, policy: str = "") -> Callable[[HttpRequest], HttpResponse]:
    """Make a view of its own policy, so that these pages may do what no page of ours may."""

    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse(html, headers={"Content-Security-Policy": policy})

    return view


urlpatterns = [
    path("good/", show(GOOD)),
    path("script/", show(GOOD.replace("</body>", f"{SCRIPT}</body>"))),
    path("refused/", show(GOOD.replace("</body>", f"{SCRIPT}</body>"), "script-src 'self'")),
    path("foreign/", show(GOOD.replace("</main>", f"{FOREIGN}</main>"))),
    path("barrier/", show(GOOD.replace("</main>", f"{BARRIER}</main>"), "script-src 'self'")),
]


@pytest.fixture(autouse=True)
def _own_pages(settings: Settings) -> Iterator[None]:
    settings.ROOT_URLCONF = __name__
    yield


def test_a_page_of_the_live_server_opens(page: Page) -> None:
    page.goto("/good/")
    assert page.inner_text("h1") == "Good"


def test_a_page_without_javascript_runs_no_script(new_page: Callable[..., Page]) -> None:
    page = new_page(javascript=False)
    page.goto("/script/")
    assert page.inner_text("#who") == "plain"


def test_a_page_with_javascript_runs_its_script(page: Page) -> None:
    page.goto("/script/")
    assert page.inner_text("#who") == "changed"


def test_a_page_has_the_theme_and_width_it_was_asked_for(new_page: Callable[..., Page]) -> None:
    page = new_page(theme="dark", width=320)
    page.goto("/good/")
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches && innerWidth") == 320


def test_a_request_to_another_host_is_seen(page: Page, complaints: list[str]) -> None:
    page.goto("/foreign/")
    seen = complaints.copy()
    complaints.clear()
    assert seen == ["asked another host: https://elsewhere.example/pixel.png"]


def test_content_refused_by_the_policy_is_seen(page: Page, complaints: list[str]) -> None:
    page.goto("/refused/")
    seen = complaints.copy()
    complaints.clear()
    assert len(seen) == 1 and seen[0].startswith("refused:")


def test_an_error_in_a_script_is_seen(page: Page, complaints: list[str]) -> None:
    page.goto("/good/")
    page.evaluate("setTimeout(() => { throw new Error('broken') })")
    page.wait_for_timeout(200)
    seen = complaints.copy()
    complaints.clear()
    assert len(seen) == 1 and "broken" in seen[0]


def test_axe_finds_a_picture_without_words(
    page: Page, find_barriers: Callable[[Page], list[str]]
) -> None:
    page.goto("/good/")
    assert find_barriers(page) == []
    page.goto("/barrier/")
    assert any("image-alt" in barrier for barrier in find_barriers(page))


def test_the_html_checker_names_the_page_with_the_error(
    find_html_errors: Callable[[Mapping[str, str]], list[str]],
) -> None:
    errors = find_html_errors({"good": GOOD, "bad": GOOD.replace("<p ", "<p nonsense ")})
    assert errors and all(error.startswith("bad line") for error in errors)
