"""A real Chromium for the tests in this folder.

`page` is a page of the live server; `new_page` makes one with another theme, width or without
JavaScript. A page that asks any other host for anything, breaks the Content-Security-Policy or
stops with an error in a script fails its test.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    sync_playwright,
)
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from config.bootstrap.tools import HOW_TO_GET, find_chromium
from tests.browser.looking import FindTroubles, NewPage, SignIn, sign_in_anew, wide

MODULES = Path(__file__).parent / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
# Chromium calls home at every start; here it may speak to this machine only.
CHROMIUM_FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
PAGE_SECONDS = 15

FindBarriers = Callable[..., list[str]]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this process."""
    path = find_chromium(os.environ)
    if not path:
        pytest.skip(f"No Chromium was found. To enable: {HOW_TO_GET['Chromium']}.")
    # Playwright runs an event loop in this thread, and Django would take that for async code.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        # Chromium's own sandbox cannot be set up by root.
        flags = [*CHROMIUM_FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
        chromium = playwright.chromium.launch(executable_path=path, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture
def complaints() -> list[str]:
    """What pages did that no page may do; filled while the test runs."""
    return []


@pytest.fixture
def new_page(
    browser: Browser, live_server: LiveServer, settings: Settings, complaints: list[str]
) -> Iterator[NewPage]:
    """Make pages: `new_page(theme="dark", width=320, javascript=False)`.

    Each has its own cookies and its own storage, like a browser just installed.
    """
    settings.SITE_URL = live_server.url
    contexts: list[BrowserContext] = []

    def make(
        *,
        theme: Literal["light", "dark"] = "light",
        width: int = 1280,
        height: int = 800,
        javascript: bool = True,
        **options: Any,
    ) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            color_scheme=theme,
            viewport={"width": width, "height": height},
            java_script_enabled=javascript,
            **options,
        )
        context.set_default_timeout(PAGE_SECONDS * 1000)
        contexts.append(context)
        watch(context, urlsplit(live_server.url).netloc, complaints)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page by day, 1280 px wide, with JavaScript."""
    return new_page()


def watch(context: BrowserContext, own: str, complaints: list[str]) -> None:
    """Write down every request to another host, refused content and error in a script."""

    def see_request(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != own:
            complaints.append(f"asked another host: {request.url}")

    def see_console(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            complaints.append(f"refused: {message.text}")

    context.on("request", see_request)
    context.on("console", see_console)
    context.on("weberror", lambda error: complaints.append(f"script error: {error.error}"))


@pytest.fixture
def sign_in(live_server: LiveServer) -> SignIn:
    """Sign a member in without the form: `sign_in(page, alice)`.

    With `anew=True` they showed a moment ago that it is them.
    """
    from django.conf import settings
    from django.test import Client

    def sign_in(page: Page, member: Any, *, anew: bool = False) -> None:
        client = Client()
        if anew:
            sign_in_anew(client, member)
        else:
            client.force_login(member)
        name = settings.SESSION_COOKIE_NAME
        value = client.cookies[name].value
        page.context.add_cookies([{"name": name, "value": value, "url": live_server.url}])

    return sign_in


@pytest.fixture(scope="session")
def find_barriers() -> FindBarriers:
    """Give a function that lists what axe-core finds wrong with a page, one line each.

    `find_barriers(page, rules=["color-contrast"])` asks for these rules alone.
    """
    if not AXE.is_file():
        pytest.skip(f"axe-core is not installed. To enable: make test, and npm: {npm_hint()}.")
    source = AXE.read_text(encoding="utf-8")

    def find_barriers(page: Page, rules: Sequence[str] = ()) -> list[str]:
        # A form that was just sent may still be on its way to the next page.
        page.wait_for_load_state("load")
        page.wait_for_function("document.readyState === 'complete' && document.documentElement")
        if not page.evaluate("'axe' in window"):
            page.evaluate(source)
        only = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
        options = {"resultTypes": ["violations"], **only}
        found = page.evaluate("options => axe.run(options)", options)["violations"]
        return [
            f"{page.url} {violation['id']}: {violation['help']} at {node['target']}"
            for violation in found
            for node in violation["nodes"]
        ]

    return find_barriers


@pytest.fixture(scope="session")
def find_troubles(find_barriers: FindBarriers) -> FindTroubles:
    """Give a function that lists the barriers of a page, and whether it runs out of the screen."""
    return lambda page: find_barriers(page) + wide(page)


@pytest.fixture(scope="session")
def find_html_errors(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[Mapping[str, str]], list[str]]:
    """Give a function that lists what the Nu HTML checker finds in pages, given by name.

    The checker takes two seconds to start, so hand it many pages at once.
    """
    java = shutil.which("java")
    if not java:
        pytest.skip(f"No Java was found. To enable: {HOW_TO_GET['Java']}.")
    if not VNU.is_file():
        pytest.skip(f"The HTML checker is not installed. To enable: make test; npm: {npm_hint()}.")

    def find_html_errors(pages: Mapping[str, str]) -> list[str]:
        folder = tmp_path_factory.mktemp("pages")
        names = {str(number): name for number, name in enumerate(pages)}
        files = [folder / f"{number}.html" for number in names]
        for file, html in zip(files, pages.values(), strict=True):
            file.write_text(html, encoding="utf-8")
        command = [java, "-jar", str(VNU), "--format", "json", "--errors-only", *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return [
            f"{names[Path(urlsplit(message['url']).path).stem]} "
            f"line {message.get('lastLine', '?')}: {message['message']}"
            for message in json.loads(done.stderr)["messages"]
        ]

    return find_html_errors


def npm_hint() -> str:
    """How to get the two checkers."""
    return HOW_TO_GET["npm"]
